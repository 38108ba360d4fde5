package org.rumbo.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what is sent to the database, whoever sends it: mapper, plain SQL or process engine. */
public final class CountedStatements implements BeanPostProcessor {
    /** Sessions that are over are cleared away whatever else happens. */
    private static final String EVERY_MINUTE = "DELETE FROM web_session\nWHERE EXPIRY_TIME";

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    /** The statements that were sent while something ran. */
    public List<String> during(Runnable something) {
        sent.clear();
        counting = true;
        try {
            something.run();
        } finally {
            counting = false;
        }
        return new ArrayList<>(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source, DataSource.class, "") : bean;
    }

    private Object watched(Object target, Class<?> type, String sql) {
        return Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var isExecution = method.getName().startsWith("execute");
                    var text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                            ? given
                            : sql;
                    if (counting && isExecution && !text.startsWith(EVERY_MINUTE)) {
                        sent.add(text);
                    }
                    try {
                        return wrapped(method.invoke(target, arguments), method.getReturnType(), text);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() == null ? failed : failed.getCause();
                    }
                });
    }

    private @Nullable Object wrapped(@Nullable Object result, Class<?> type, String sql) {
        if (result == null) {
            return null;
        }
        return type == Connection.class
                        || type == Statement.class
                        || type == PreparedStatement.class
                        || type == CallableStatement.class
                ? watched(result, type, sql)
                : result;
    }
}
