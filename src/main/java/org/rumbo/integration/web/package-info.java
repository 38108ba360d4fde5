/** The addresses that calendars fetch, and the pages on which people and administrators look after what programs get. */
@NullMarked
package org.rumbo.integration.web;

import org.jspecify.annotations.NullMarked;
