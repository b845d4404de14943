// Nothing: the module exists so that pkg-config's flags reach the C target that depends on it.
