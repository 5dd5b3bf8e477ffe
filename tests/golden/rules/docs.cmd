rules --docs
