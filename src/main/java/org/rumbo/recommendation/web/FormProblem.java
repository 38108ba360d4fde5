package org.rumbo.recommendation.web;

/**
 * What is wrong with one field of a refused form.
 *
 * @param field the id of the input to go to
 */
record FormProblem(String field, String message) {}
