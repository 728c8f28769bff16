//! Words of time, from `data/language/time.toml`: what each means; how they combine is the grammar of
//! `dates`.

use chrono::Weekday;

use super::Files;
use super::words::WordTable;
use crate::base::Result;
use crate::text::{Articles, Lexicon, Vocabulary};

const FILE: &str = "language/time.toml";

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks, from Monday.
    Week,
    /// Calendar months.
    Month,
    /// Three calendar months.
    Quarter,
    /// Calendar years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// How many units the form of a word says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// One.
    One,
    /// Two.
    Two,
    /// More, it does not say how many.
    Many,
}

/// Where a period lies, seen from the day of publication or from the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before the day of publication.
    Past,
    /// The one before the last.
    BeforePast,
    /// The one after the next.
    AfterNext,
    /// The last few before it.
    Recent,
    /// After it.
    Next,
    /// Around it.
    Current,
    /// The next one of the story.
    Following,
    /// The one before, in the story.
    Preceding,
    /// The story's own.
    Same,
}

/// A part of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its first third or so.
    Early,
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its last third or so.
    Late,
    /// Its end.
    End,
    /// What is left of it.
    Rest,
    /// Before the day of publication.
    Earlier,
    /// After the day of publication.
    Later,
    /// Its last unit.
    Last,
}

/// A season of the northern half of the earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A word that joins a time to the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// So long before.
    Ago,
    /// From then on.
    Since,
    /// From then on, when it is set for a day to come.
    AsOf,
    /// What is set for the day right behind it.
    SetFor,
    /// The day on which something happened years ago.
    Anniversary,
    /// Within.
    During,
    /// So long after.
    After,
    /// Up to.
    Until,
    /// From.
    From,
    /// Between.
    Between,
    /// Not later than.
    By,
    /// In.
    In,
    /// Dated.
    On,
    /// The day after.
    Morrow,
    /// The day before.
    Eve,
    /// Roughly.
    About,
    /// «Less than».
    Less,
    /// Somebody whose age may follow: «a woman in the fifties».
    Aged,
    /// A few.
    Few,
    /// Which is.
    Which,
    /// Now.
    Now,
    /// After that.
    Thereafter,
    /// Before that.
    BeforeThat,
    /// Will.
    Will,
    /// Aged.
    Age,
    /// Of the common era.
    Gregorian,
    /// Of the Hijri era.
    Hijri,
    /// Makes a number a name.
    Label,
    /// Is often named after a day: a market, a street, an alliance.
    Named,
    /// Takes "general" as its adjective, which is also "year".
    General,
    /// Makes "the day" a day of observance.
    Observance,
    /// No more than the amount before it.
    Only,
    /// What goes on for a while, behind how long it went on.
    Lasting,
    /// Of the month named before.
    OfIt,
}

/// What a word of time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// A month, from 1.
    Month {
        /// 1 to 12.
        number: u32,
        /// Is it another word too?
        weak: bool,
    },
    /// A month of the Hijri year, from 1.
    HijriMonth(u32),
    /// A day of the week.
    Weekday(Weekday),
    /// One, two or more units.
    Unit(Unit, Count),
    /// Saturday and Sunday.
    Weekend,
    /// So many days from the day of publication.
    Offset(i64),
    /// Where a period lies.
    Side(Side),
    /// This.
    This,
    /// That: the story's own.
    That,
    /// A few, after a plural.
    FewOf,
    /// A part of the period named next.
    Part(Part),
    /// A season.
    Season(Season),
    /// A part of a day; `true` for night.
    DayPart(bool),
    /// A decade by its first year within a century.
    DecadeName(i32),
    /// Joins a time to the sentence.
    Link(Link),
    /// A noun that looks like a verb in the future, or what takes the future back.
    NotFuture,
    /// A name with a word of time in it.
    Name,
}

/// All words of time.
#[derive(Clone, Debug)]
pub struct TimeWords {
    /// Phrase to meaning.
    pub lexicon: Lexicon<TimeWord>,
}

impl TimeWords {
    /// Loads the words of time.
    ///
    /// # Errors
    /// When the file is missing or broken; the error names file, line and reason.
    pub(super) fn load(files: &Files, vocabulary: &mut Vocabulary) -> Result<Self> {
        let mut lexicon = Lexicon::new(Articles::Free);
        let mut months = [false; 12];
        let table = WordTable::read(files, FILE)?;
        table.each(|section, key, phrase| {
            let word = meaning(section, key)?;
            if let TimeWord::Month { number, .. } = word {
                months[number as usize - 1] = true;
            }
            lexicon
                .insert(vocabulary, phrase, word)
                .map_err(|_| format!("the phrase stands twice, or has no word: {phrase}"))
        })?;
        if let Some(missing) = months.iter().position(|m| !m) {
            return Err(table.refuse(format!("month {} has no name", missing + 1)));
        }
        Ok(Self { lexicon })
    }
}

impl Default for TimeWords {
    fn default() -> Self {
        Self { lexicon: Lexicon::new(Articles::Free) }
    }
}

fn meaning(section: &str, key: &str) -> std::result::Result<TimeWord, String> {
    let number = |low: i64, high: i64| {
        key.parse::<i64>()
            .ok()
            .filter(|n| (low..=high).contains(n))
            .ok_or_else(|| format!("[{section}] wants a number from {low} to {high}, not {key}"))
    };
    let unknown = || format!("unknown key in [{section}]: {key}");
    if let Some(unit) = unit(section) {
        let count = match key {
            "one" => Count::One,
            "two" => Count::Two,
            "many" => Count::Many,
            _ => return Err(unknown()),
        };
        return Ok(TimeWord::Unit(unit, count));
    }
    Ok(match section {
        "month" => TimeWord::Month { number: number(1, 12)? as u32, weak: false },
        "weak_month" => TimeWord::Month { number: number(1, 12)? as u32, weak: true },
        "hijri_month" => TimeWord::HijriMonth(number(1, 12)? as u32),
        "weekday" => TimeWord::Weekday(key.parse().map_err(|_| unknown())?),
        "weekend" => TimeWord::Weekend,
        "offset" => TimeWord::Offset(number(-9, 9)?),
        "side" => side(key).ok_or_else(unknown)?,
        "part" => TimeWord::Part(part(key).ok_or_else(unknown)?),
        "season" => TimeWord::Season(match key {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return Err(unknown()),
        }),
        "daypart" => TimeWord::DayPart(key == "night"),
        "decade_name" => TimeWord::DecadeName(number(0, 90)? as i32),
        "not_future" => TimeWord::NotFuture,
        "name" => TimeWord::Name,
        "link" => TimeWord::Link(link(key).ok_or_else(unknown)?),
        _ => return Err(format!("unknown section: [{section}]")),
    })
}

fn unit(section: &str) -> Option<Unit> {
    Some(match section {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month_unit" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn side(key: &str) -> Option<TimeWord> {
    Some(TimeWord::Side(match key {
        "past" => Side::Past,
        "before_past" => Side::BeforePast,
        "after_next" => Side::AfterNext,
        "recent" => Side::Recent,
        "next" => Side::Next,
        "current" => Side::Current,
        "following" => Side::Following,
        "preceding" => Side::Preceding,
        "same" => Side::Same,
        "this" => return Some(TimeWord::This),
        "that" => return Some(TimeWord::That),
        "few" => return Some(TimeWord::FewOf),
        _ => return None,
    }))
}

fn part(key: &str) -> Option<Part> {
    Some(match key {
        "early" => Part::Early,
        "start" => Part::Start,
        "middle" => Part::Middle,
        "late" => Part::Late,
        "end" => Part::End,
        "rest" => Part::Rest,
        "earlier" => Part::Earlier,
        "later" => Part::Later,
        "last" => Part::Last,
        _ => return None,
    })
}

fn link(key: &str) -> Option<Link> {
    Some(match key {
        "ago" => Link::Ago,
        "since" => Link::Since,
        "as_of" => Link::AsOf,
        "set_for" => Link::SetFor,
        "anniversary" => Link::Anniversary,
        "during" => Link::During,
        "after" => Link::After,
        "until" => Link::Until,
        "from" => Link::From,
        "between" => Link::Between,
        "by" => Link::By,
        "in" => Link::In,
        "on" => Link::On,
        "morrow" => Link::Morrow,
        "eve" => Link::Eve,
        "about" => Link::About,
        "less" => Link::Less,
        "few" => Link::Few,
        "which" => Link::Which,
        "now" => Link::Now,
        "thereafter" => Link::Thereafter,
        "before_that" => Link::BeforeThat,
        "will" => Link::Will,
        "age" => Link::Age,
        "aged" => Link::Aged,
        "gregorian" => Link::Gregorian,
        "hijri" => Link::Hijri,
        "label" => Link::Label,
        "named" => Link::Named,
        "general" => Link::General,
        "observance" => Link::Observance,
        "only" => Link::Only,
        "lasting" => Link::Lasting,
        "of_it" => Link::OfIt,
        _ => return None,
    })
}
