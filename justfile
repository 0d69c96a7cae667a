# All checks, as a merge must pass them.
check:
    .ci/run

# The tests.
test:
    cargo test

# The processor time to the first prompt.
bench:
    cargo bench --bench start

# Write the sessions of the README anew.
readme:
    REGIO_README=schrijf cargo test --test readme
