"""Problems: the checks that run while an author works, and the panel that tells of them."""
