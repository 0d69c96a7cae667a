use std::process::ExitCode;

fn main() -> ExitCode {
    regio::cli::main()
}
