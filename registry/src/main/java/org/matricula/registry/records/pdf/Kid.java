package org.matricula.registry.records.pdf;

/// What stands below a tag, in the order of reading: other tags, content of a page, an annotation.
sealed interface Kid permits Tag, Tag.Place, Tag.Annotation {}
