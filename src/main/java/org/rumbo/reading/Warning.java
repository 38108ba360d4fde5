package org.rumbo.reading;

import java.util.List;

/**
 * Something that whoever looks at a finding should know; its words are {@code reading.warning.<kind>}.
 *
 * @param line where it was noticed; 0 where it concerns the whole paper
 * @param arguments what the words name, such as the characters in doubt
 */
public record Warning(Kind kind, int line, List<String> arguments) {
    /** The kinds; {@code reading.warning.*} in the messages has words for each. */
    public enum Kind {
        /** The text was not UTF-8; it was read as the encoding named. */
        ENCODING_GUESSED,
        /** The paper seems to be written in another language than was said. */
        LANGUAGE_DIFFERS,
        /** No heading says that recommendations follow; nothing can be sure. */
        NO_HEADING,
        /** The layout is not one that the rules know. */
        UNKNOWN_LAYOUT,
        /** The chapter's country could not be told from its title. */
        COUNTRY_UNKNOWN,
        /** Whose recommendation this is was told by a name in the text, not by the chapter. */
        COUNTRY_GUESSED,
        /** Recommendations of several countries stand together, and nothing tells whose this one is. */
        GATHERED,
        /** The text stands in a table, or in columns that may have been mixed. */
        TABLE,
        /** No authors were recognised under the title. */
        AUTHORS_UNKNOWN,
        /** A chapter without recommendations. */
        NONE_MADE,
        /** The list skips an enumerator, such as c after a. */
        ENUMERATOR_MISSING,
        /** Where the item ends was decided by what follows, not by the layout. */
        END_UNCERTAIN,
        /** A hyphen at a line's end may belong to the word. */
        HYPHEN_UNCERTAIN,
        /** Page furniture was taken out of the passage. */
        FURNITURE_REMOVED,
        /** A slip of the source, kept as it is. */
        SOURCE_SLIP,
        /** The items had no enumerators; letters were given in their order. */
        LETTERS_GIVEN
    }
}
