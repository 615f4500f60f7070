/**
 * Controlled vocabularies and matching of text against them: regions, modalities, guidelines, specialties, treatments, reasons. Terms are
 * data in TSV files; Java code contains no medical terms. Start at {@link org.precedent.vocabulary.Vocabulary} and
 * {@link org.precedent.vocabulary.TreatmentTree}.
 */
@NullMarked
package org.precedent.vocabulary;

import org.jspecify.annotations.NullMarked;
