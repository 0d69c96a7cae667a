//! A program on a real pseudo-terminal: keys go in, and what stands on the screen comes out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A program that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks at the screen.
const MOMENT: Duration = Duration::from_millis(10);

/// When nothing has come for so long, nothing more comes.
const QUIET: Duration = Duration::from_millis(60);

pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Arc<Mutex<Output>>,
}

struct Output {
    parser: vt100::Parser,
    /// Everything that came out, for what a screen does not show.
    bytes: Vec<u8>,
}

pub const ESCAPE: &str = "\u{1b}";
pub const ENTER: &str = "\r";
pub const UP: &str = "\u{1b}[A";
pub const DOWN: &str = "\u{1b}[B";
pub const LEFT: &str = "\u{1b}[D";
pub const HOME: &str = "\u{1b}[H";
pub const END: &str = "\u{1b}[F";
pub const DELETE: &str = "\u{1b}[3~";
pub const F1: &str = "\u{1b}OP";
pub const CTRL_C: &str = "\u{3}";
pub const CTRL_D: &str = "\u{4}";
pub const CTRL_U: &str = "\u{15}";
pub const CTRL_W: &str = "\u{17}";

/// What a terminal sends when this text is pasted into a program that knows of pasting.
pub fn pasted(text: &str) -> String {
    format!("\u{1b}[200~{}\u{1b}[201~", text.replace('\n', "\r"))
}

impl Terminal {
    /// Starts a program on a screen of so many columns and rows.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let pair = native_pty_system().openpty(pty_size(columns, rows)).expect("a pseudo-terminal opens");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let keys = pair.master.take_writer().expect("keys can be sent");
        let reader = pair.master.try_clone_reader().expect("the screen can be read");
        let parser = vt100::Parser::new(at_least_one(rows), at_least_one(columns), 1_000);
        let output = Arc::new(Mutex::new(Output { parser, bytes: Vec::new() }));
        watch(reader, Arc::clone(&output));
        Terminal { master: pair.master, keys, child, output }
    }

    pub fn send(&mut self, keys: &str) -> &mut Terminal {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("keys can be sent");
        self
    }

    /// Waits until this text stands on the screen, however it is broken into rows.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Terminal {
        let wanted = collapsed(text);
        self.wait_until(&format!("'{text}' on the screen"), |terminal| collapsed(&terminal.screen()).contains(&wanted))
    }

    /// Waits until this text has come out, also when it has left the screen by now.
    #[track_caller]
    pub fn wait_for_output(&mut self, text: &str) -> &mut Terminal {
        self.wait_until(&format!("'{text}' in the output"), |terminal| {
            String::from_utf8_lossy(&terminal.bytes()).contains(text)
        })
    }

    /// Waits until nothing more comes.
    pub fn settle(&mut self) -> &mut Terminal {
        let mut before = self.output().bytes.len();
        loop {
            thread::sleep(QUIET);
            let now = self.output().bytes.len();
            if now == before {
                return self;
            }
            before = now;
        }
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Terminal {
        self.master.resize(pty_size(columns, rows)).expect("the screen can be resized");
        self.output().parser.screen_mut().set_size(at_least_one(rows), at_least_one(columns));
        self
    }

    /// What stands on the screen now.
    pub fn screen(&self) -> String {
        self.output().parser.screen().contents()
    }

    /// How often a text stands on the screen, however it is broken into rows.
    pub fn count(&self, text: &str) -> usize {
        collapsed(&self.screen()).matches(&collapsed(text)).count()
    }

    /// Everything that came out since the start.
    pub fn bytes(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    pub fn shows_cursor(&self) -> bool {
        !self.output().parser.screen().hide_cursor()
    }

    /// Row and column, from 0.
    pub fn cursor(&self) -> (u16, u16) {
        self.output().parser.screen().cursor_position()
    }

    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("the program can be asked").is_some()
    }

    /// Waits for the end of the program and gives its exit code. By then the cursor has to be back, and the terminal has
    /// to take a paste as it did before.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let mut code = None;
        self.wait_until("the end of the program", |terminal| {
            code = terminal.child.try_wait().expect("the program can be asked").map(|status| status.exit_code());
            code.is_some()
        });
        self.settle();
        // What the program wrote last may come in after its end.
        self.wait_until("the cursor to come back", |terminal| terminal.shows_cursor());
        assert!(!self.output().parser.screen().bracketed_paste(), "pasting stays marked\n{}", self.dump());
        code.expect("the program has ended")
    }

    #[track_caller]
    pub fn wait_until(&mut self, what: &str, mut come: impl FnMut(&mut Terminal) -> bool) -> &mut Terminal {
        let begun = Instant::now();
        while !come(self) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}\n{}", self.dump());
            thread::sleep(MOMENT);
        }
        self
    }

    /// The screen with a frame, to look at.
    pub fn dump(&self) -> String {
        let output = self.output();
        let screen = output.parser.screen();
        let (rows, columns) = screen.size();
        let edge = "-".repeat(usize::from(columns.get()));
        let lines: Vec<String> = screen.rows(0, columns.get()).map(|row| format!("|{row}\n")).collect();
        format!("+{edge} {columns}x{rows}\n{}+{edge} cursor {:?}", lines.concat(), screen.cursor_position())
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.output.lock().expect("no other thread panics")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn watch(mut reader: Box<dyn Read + Send>, output: Arc<Mutex<Output>>) {
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(read) = reader.read(&mut bytes)
            && read > 0
        {
            let mut output = output.lock().expect("no other thread panics");
            output.parser.process(&bytes[..read]);
            output.bytes.extend_from_slice(&bytes[..read]);
        }
    });
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn at_least_one(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).expect("a screen has rows and columns")
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
