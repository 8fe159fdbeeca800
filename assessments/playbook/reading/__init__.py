"""From TOML to the types of the playbook, one module a kind of file.

Each reader notes what is wrong and goes on with a stand-in, so that one run tells all;
`loading` lets no stand-in out.
"""
