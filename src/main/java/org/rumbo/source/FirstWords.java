package org.rumbo.source;

/** What stands for a title until somebody gives one: the first words. */
final class FirstWords {
    private static final int MOST = 120;

    private FirstWords() {}

    static String of(String text) {
        return of(text, MOST);
    }

    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = text.lastIndexOf(' ', most - 1);
        var cut = text.substring(0, end < most / 2 ? most - 1 : end);
        return (Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut)
                + "…";
    }
}
