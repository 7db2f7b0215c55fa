"""What http_test.py tries over HTTP, by theme; every function try_… takes the house."""
