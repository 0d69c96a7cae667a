//! Escape sequences: what moves the cursor and colours the words. A console of Windows takes them only when it was asked to, and an
//! old one never does.

/// Where words go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Output,
    Error,
}

/// Whether the terminal there does what they say. Of no use where no terminal is. The first question turns them on.
#[cfg(windows)]
pub fn are_understood(stream: Stream) -> bool {
    use winapi_util::console::Console;
    let console = match stream {
        Stream::Output => Console::stdout(),
        Stream::Error => Console::stderr(),
    };
    // What is no console of Windows, as the window of Git Bash, hands over lines and no keys.
    console.and_then(|mut console| console.set_virtual_terminal_processing(true)).is_ok()
}

/// Whether the terminal there does what they say: every terminal does.
#[cfg(not(windows))]
pub fn are_understood(_stream: Stream) -> bool {
    true
}
