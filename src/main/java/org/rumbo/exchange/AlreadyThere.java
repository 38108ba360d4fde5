package org.rumbo.exchange;

/** What was to be added turned out to be there: somebody did the same at the same time. What was begun is undone. */
class AlreadyThere extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
