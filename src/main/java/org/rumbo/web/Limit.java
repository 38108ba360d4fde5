package org.rumbo.web;

/** What is counted, and so may become too much: by address where nobody has signed in, else by person. */
enum Limit {
    SIGN_IN_FROM_ADDRESS,
    SIGN_IN_AS_NAME,
    SEARCH,
    UPLOAD,
    VISITOR
}
