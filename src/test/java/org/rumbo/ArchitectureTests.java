package org.rumbo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.rumbo.team.Needs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;

/** What nobody should have to look for in a review. */
@AnalyzeClasses(packages = "org.rumbo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("..rumbo.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the engine must be replaceable by changing one package");

    @ArchTest
    static final ArchRule everyHandlerStatesWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(Needs.class)
            .because("forgetting a check must fail the build, not open a page");

    @ArchTest
    static final ArchRule onlyTheClockKnowsTheTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.rumbo.shared.TimeConfiguration")
            .should()
            .callCodeUnitWhere(describe("it asks the system for the time", ArchitectureTests::asksTheSystemForTheTime))
            .because("deadlines and reports of past dates are tested with a clock that tests set");

    @ArchTest
    static final ArchRule queriesOfTheEngineTakeNoExpressions = noClasses()
            .should()
            .callMethodWhere(describe(
                    "it hands an expression to the engine",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.camunda")
                            && call.getName().endsWith("Expression")
                            && call.getTargetOwner().getSimpleName().endsWith("Query")))
            .because("an expression in a query is code, and its text may come from outside");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule nothingListensOutsideTheTransaction = noMethods()
            .should()
            .beMetaAnnotatedWith(Async.class)
            .orShould()
            .beMetaAnnotatedWith(TransactionalEventListener.class)
            .orShould()
            .beMetaAnnotatedWith("org.springframework.modulith.events.ApplicationModuleListener")
            .because("a change, its ledger event and its engine step are one transaction or none");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .should()
            .haveModifier(PUBLIC)
            .because("what answers requests is called by requests alone");

    @ArchTest
    static final ArchRule facesOfModulesArePackagePrivate = classes()
            .that()
            .resideInAPackage("org.rumbo.*.web..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("pages that mix modules are composed by address, not by import");

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("org.rumbo.(*)..").should().beFreeOfCycles().because("a module can be understood alone");

    private static boolean asksTheSystemForTheTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner().getFullName();
        var takesClock = target.getRawParameterTypes().stream().anyMatch(named("java.time.Clock"));
        if (TIME_TYPES.contains(owner)) {
            return target.getName().equals("now") && !takesClock;
        }
        return switch (owner) {
            case "java.time.Clock" ->
                target.getName().startsWith("system") || (target.getName().startsWith("tick") && !takesClock);
            case "java.lang.System" -> target.getName().equals("currentTimeMillis");
            case "java.util.Date" ->
                target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
            case "java.util.Calendar" -> target.getName().equals("getInstance");
            default -> false;
        };
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, type -> type.getFullName().equals(name));
    }
}
