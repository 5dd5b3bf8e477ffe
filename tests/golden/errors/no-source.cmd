draft
