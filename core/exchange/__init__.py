"""Exchange: documents to and from the formats of other annotation tools."""
