"""`python -m ipt_rules` is the command `ipt-rules`."""

from ipt_rules.cli import main

if __name__ == "__main__":
    main(prog_name="ipt-rules")
