//! How Dutch people write and read values: dates, amounts, hours, numbers, rows.

mod amount;
mod answer;
mod clock;
mod count;
mod date;
mod form;
mod hours;
mod kind;
mod moment;
mod number;
mod printed;
mod read_date;
mod read_times;
mod reading;
mod text;
mod unit;
mod visible;
mod yes_no;

pub use amount::{amount, read_amount};
pub use answer::{answer, said, state};
pub use clock::{clock, read_clock};
pub use count::{counted, enumeration, joined};
pub use date::{date, date_with_weekday, has_been, is_to_come, month, quarter, relative};
pub use form::filled;
pub use hours::{hours, minutes, read_hours};
pub use kind::kind;
pub use moment::{moment, stamp};
pub use number::{number, read_number};
pub use printed::{printed, printed_line, steers};
pub use read_date::read_date;
pub use read_times::{Times, read_times};
pub use reading::ReadingError;
pub use text::{capital, in_brackets, sentence, shortened};
pub use unit::without_unit;
pub use visible::{hides, on_one_line, single_line, visible};
pub use yes_no::read_yes_no;
