# All checks, as a merge must pass them.
check:
    .ci/run

# The tests.
test:
    cargo test

# The processor time to the first prompt, and the time that a round takes.
bench:
    cargo bench --bench start
    cargo bench --bench round
    cargo bench --bench comparison

# Write the sessions of the README anew.
readme:
    REGIO_README=schrijf cargo test --test readme
