package org.rumbo.exchange;

/** Something that an import made and that nothing can take back, by a sheet or a form. */
class LeftAsItIs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key under which the messages say why
     */
    LeftAsItIs(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
