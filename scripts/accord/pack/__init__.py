"""The verification pack: everything that was signed, in one zip, with a program that checks it without ours."""
