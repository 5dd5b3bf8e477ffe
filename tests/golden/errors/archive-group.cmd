archive
