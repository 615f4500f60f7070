/**
 * What text does this file hold? PDF, text, HTML, DOCX and ZIP become characters; nothing here knows what a letter says.
 */
@NullMarked
package org.precedent.document;

import org.jspecify.annotations.NullMarked;
