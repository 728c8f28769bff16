//! The row of items of a sentence: its tokens as marks, mentions and known words.

use super::cue_set::CueSet;
use super::described_scene::drop_scene_description;
use super::item::{Item, What};
use super::known::{Words, known};
use super::marks::{mark, opens_list};
use super::particles::keep_particles;
use crate::events::doers::described::{close_asides, drop_descriptions};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::{AND, Affixes, Reading as TokenReading};

/// The items of the tokens `from..to`.
pub(in crate::events) fn items(reading: &Reading<'_>, from: usize, to: usize) -> Vec<Item> {
    let mut cursors = Cursors::at(reading, from);
    let mut out: Vec<Item> = Vec::with_capacity(to.saturating_sub(from));
    let mut at = from;
    let mut joined: Vec<usize> = Vec::new();
    let mut cues = CueSet::default();
    while at < to {
        let token = &reading.text.tokens[at];
        // «X and Y», with a space behind the «and» that is one word with Y.
        if token.span.len() == AND.len_utf8() && reading.text.fold_of(token).starts_with(AND) {
            joined.push(out.len());
            at += 1;
            continue;
        }
        if let Some(mark) = mark(reading, at, token.kind) {
            let mark = mark.filter(|_| !opens_list(reading, at, &out));
            if let Some(what) = mark {
                out.push(plain(at, at + 1, what));
            }
            at += 1;
            continue;
        }
        let words = Words::at(reading, at);
        if let Some((what, end, affixes)) = cursors.mention(reading, at, &out) {
            let end = end.min(to).max(at + 1);
            let dual = matches!(what, What::Number(_)) && end == at + 1;
            // Only a dual, or a word as long as the mention, may tell more than it.
            let longest = |w: &Words<'_>| dual || w.reaches(at, end);
            let known = words.filter(longest).and_then(|w| known(reading, at, to, w));
            if let Some(item) = known.filter(|k| tells_more(reading, k, end, dual)) {
                at = item.to;
                cues = cues | item.cue_set();
                out.push(item);
            } else {
                if matches!(what, What::Place(_)) {
                    level_summit(reading, &mut out, at);
                }
                out.push(Item::new(at, end, what, affixes));
                at = end;
            }
            continue;
        }
        if let Some(item) = words.and_then(|w| known(reading, at, to, w)) {
            at = item.to;
            cues = cues | item.cue_set();
            out.push(item);
        } else {
            out.push(plain(at, at + 1, What::Word));
            at += 1;
        }
    }
    if cues.may_have(Cue::May) {
        keep_particles(&mut out);
    }
    drop_scene_description(&mut out, &mut joined);
    if cues.may_have(Cue::ThatThey) {
        drop_hearsay(reading, &mut out, &mut joined);
    }
    if cues.may_have(Cue::According) {
        close_asides(&mut out, &mut joined);
    }
    if cues.may_have(Cue::Described) {
        drop_descriptions(reading, &mut out, &mut joined);
    }
    for i in joined {
        // «X and "Y"»: what the quotation marks hold.
        if let Some(item) = out.iter_mut().skip(i).find(|item| item.what != What::Quote) {
            item.join();
        }
    }
    out
}

/// «took the summit of Mount X»: before the word for a hill at token `at` the summit is no meeting.
fn level_summit(reading: &Reading<'_>, out: &mut [Item], at: usize) {
    let hills = &reading.knowledge.triggers.lists.hills;
    let meets = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Meet);
    if let Some(last) = out.last_mut().filter(|n| meets(n))
        && hills.longest_at(&reading.text, at).is_some()
    {
        *last = plain(last.from, last.to, What::Word);
    }
}

/// Does the known word say more than the mention from its first token to token `end`, a `dual` perhaps?
fn tells_more(reading: &Reading<'_>, known: &Item, end: usize, dual: bool) -> bool {
    // «two raids»: a dual is a count, and the deed all the same.
    let strikes = |t: TriggerForm| reading.frame_of(t) == Frame::Strike;
    let raids = dual && known.noun_trigger().is_some_and(strikes);
    // «withdrew from the two towns», «took two towns near X»: those told before, or any two; no count.
    let places = dual && known.is_cue(Cue::TwoPlaces);
    // «the number of the displaced»: more than the people alone.
    let whole = known.to == end && end > known.from + 1 && known.noun_trigger().is_some();
    raids || places || known.to > end || whole
}

/// «raids, which activists said were Russian, on X»: who says whose they are says nothing else.
fn drop_hearsay(reading: &Reading<'_>, items: &mut Vec<Item>, joined: &mut [usize]) {
    const SPEAKERS: usize = 3;
    let mut i = 2;
    while i + 1 < items.len() {
        if !items[i].is_cue(Cue::ThatThey) {
            i += 1;
            continue;
        }
        let nisba = items[i + 1].what == What::Word && is_nisba(reading, items[i + 1].from);
        let ends = items.get(i + 2).is_none_or(|n| {
            let verb = n.verb_cue().is_some() || n.verb_trigger().is_some();
            n.what == What::Comma || n.prep().is_some() || verb
        });
        let says = |n: &Item| {
            n.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_) | Cue::Hypothetical))
                && !n.is_joined()
        };
        let verb = (i.saturating_sub(SPEAKERS)..i).rev().find(|&j| says(&items[j])).filter(|&j| {
            let names = |n: &Item| matches!(n.what, What::Word | What::Actor(_));
            j > 0 && items[j + 1..i].iter().all(names)
        });
        let Some(verb) = verb.filter(|_| nisba && ends) else {
            i += 1;
            continue;
        };
        // The commas around it go with it.
        let comma = |n: Option<&Item>| n.is_some_and(|n| n.what == What::Comma);
        let both = comma(items.get(verb - 1)) && comma(items.get(i + 2));
        let gone = verb - usize::from(both)..i + 2 + usize::from(both);
        for at in joined.iter_mut().filter(|at| **at >= gone.end) {
            *at -= gone.len();
        }
        i = gone.start.max(2);
        items.drain(gone);
    }
}

/// Is the word at token `at` the adjective of a country or people, without article?
fn is_nisba(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.actors.words.longest_at(&reading.text, at);
    word.is_some_and(|m| m.value.modifier.is_some()) && !reading.text.is_definite(at)
}

fn plain(from: usize, to: usize, what: What) -> Item {
    Item::new(from, to, what, Affixes::default())
}

/// Where the walk stands in each list of mentions.
struct Cursors {
    /// The token at which the next mention starts.
    next: usize,
    actor: usize,
    place: usize,
    date: usize,
    number: usize,
}

impl Cursors {
    fn at(reading: &Reading<'_>, from: usize) -> Self {
        let mut cursors = Self {
            next: 0,
            actor: reading.actors.partition_point(|m| m.tokens.start < from),
            place: reading.places.partition_point(|m| m.tokens.start < from),
            date: reading.dates.partition_point(|m| m.tokens.start < from),
            number: reading.numbers.partition_point(|m| m.from < from),
        };
        cursors.look_ahead(reading);
        cursors
    }

    /// Looks where the next mention starts.
    fn look_ahead(&mut self, reading: &Reading<'_>) {
        let date = reading.dates.get(self.date).map_or(usize::MAX, |m| m.tokens.start);
        let actor = reading.actors.get(self.actor).map_or(usize::MAX, |m| m.tokens.start);
        let place = reading.places.get(self.place).map_or(usize::MAX, |m| m.tokens.start);
        let number = reading.numbers.get(self.number).map_or(usize::MAX, |m| m.from);
        self.next = date.min(actor).min(place).min(number);
    }

    /// The longest mention that starts at token `at`: dates before actors before places before numbers.
    fn mention(
        &mut self,
        reading: &Reading<'_>,
        at: usize,
        before: &[Item],
    ) -> Option<(What, usize, Affixes)> {
        if at < self.next {
            return None; // at most tokens none does
        }
        let affixes = proclitics(reading, at);
        let mut best: Option<(What, usize)> = None;
        let mut offer = |what: What, end: usize| {
            if best.as_ref().is_none_or(|(_, e)| end > *e) {
                best = Some((what, end));
            }
        };
        while let Some(m) = reading.dates.get(self.date).filter(|m| m.tokens.start <= at) {
            if m.tokens.start == at {
                offer(What::Date(self.date), m.tokens.end);
            }
            self.date += 1;
        }
        while let Some(m) = reading.actors.get(self.actor).filter(|m| m.tokens.start <= at) {
            let land = m.is_land
                && reads_as_place(reading, affixes, before)
                && !is_land_acted_on(reading, at, affixes, before);
            if m.tokens.start == at && !land && !is_seizing(reading, self.actor) {
                offer(What::Actor(self.actor), m.tokens.end);
            }
            self.actor += 1;
        }
        while let Some(m) = reading.places.get(self.place).filter(|m| m.tokens.start <= at) {
            // «on the outskirts of»: the first words of the place may be in the preposition.
            if m.tokens.end > at {
                offer(What::Place(self.place), m.tokens.end);
            }
            self.place += 1;
        }
        while let Some(m) = reading.numbers.get(self.number).filter(|m| m.from <= at) {
            if m.from == at {
                offer(What::Number(self.number), m.to);
            }
            self.number += 1;
        }
        self.look_ahead(reading);
        // An unknown name has no readings; the list that it stands in took its wa- off. And «and the head of»
        // may stand as one word inside another name.
        let with_and = || {
            let unread = reading.text.readings_at(at).is_empty();
            let name = || reading.knowledge.place_words.names.longest_at(&reading.text, at);
            unread || name().is_some_and(|m| m.affixes.has(Affixes::WA))
        };
        let and = affixes.is_empty() && reading.text.fold_at(at).starts_with(AND);
        best.map(|(what, end)| {
            let joined = match what {
                What::Place(_) => and && with_and(),
                // «and the forces allied with it», of whose name the «and» was taken off.
                What::Actor(a) => and && !reading.actors[a].name.starts_with(AND),
                _ => false,
            };
            (what, end, if joined { affixes.with(Affixes::WA) } else { affixes })
        })
    }
}

/// «X bombed Y»: does the name of a state that is no place of its own stand bare at token `at`, right behind the one who acts
/// or the verb? One that is also an adjective may only describe him.
fn is_land_acted_on(reading: &Reading<'_>, at: usize, affixes: Affixes, row: &[Item]) -> bool {
    const ADJECTIVE: &str = "\u{64A}\u{647}";
    let bare = affixes.is_empty() && row.last().is_some_and(|b| b.prep().is_none());
    let adjective = reading.text.is_definite(at) && reading.text.fold_at(at).ends_with(ADJECTIVE);
    bare && !adjective && reading.places.binary_search_by_key(&at, |p| p.tokens.start).is_err()
}

/// Is the name of a state a place here, after a preposition or as the object of a verb?
fn reads_as_place(reading: &Reading<'_>, affixes: Affixes, row: &[Item]) -> bool {
    let Some(before) = row.last() else { return affixes.has(Affixes::BI) };
    if speaks_each(reading, row) {
        return false;
    }
    let prep = matches!(
        before.prep().filter(|_| before.cue(|c| matches!(c, Cue::Prep(_))).is_some()),
        Some(Prep::At | Prep::From | Prep::To)
    );
    // «help from X» is no place: only what moves comes from one.
    let help =
        before.is_cue(Cue::Prep(Prep::From)) && !is_each_of(reading, row) && !moves_before(reading, row);
    let is_object = before.verb_trigger().is_some_and(|(t, _)| {
        let frame = reading.frame_of(t);
        let has_subject = row
            .iter()
            .rev()
            .skip(1)
            .take_while(|i| !matches!(i.what, What::Stop | What::Comma) && !i.is_cue(Cue::That))
            .any(|i| matches!(i.what, What::Actor(_)));
        // «raids, which hit X», «raids that hit X».
        let raids = frame == Frame::Strike
            && !before.has_pronoun
            && row.len().checked_sub(2).is_some_and(|j| {
                let strikes = |t: TriggerForm| reading.frame_of(t) == Frame::Strike;
                // «with cruise missiles that hit X»: an adjective may stand between.
                let noun = if row[j].what == What::Word { j.saturating_sub(1) } else { j };
                row[j].is_cue(Cue::Relative) || row[noun].noun_trigger().is_some_and(strikes)
            });
        (has_subject || raids)
            && matches!(frame, Frame::Enter | Frame::Leave | Frame::Meet | Frame::Strike | Frame::Move)
    });
    // «fired missiles at X»: only after a word of fire or fighting does this preposition make it a place.
    let frame = |t: TriggerForm| reading.frame_of(t);
    let fires = before.is_cue(Cue::Prep(Prep::On))
        && row.iter().rev().take(6).any(|i| {
            i.noun_trigger().is_some_and(|t| matches!(frame(t), Frame::Strike | Frame::Fight | Frame::Enter))
        });
    let joined = affixes.has_any(Affixes::WA.with(Affixes::FA));
    affixes.has(Affixes::BI)
        || fires
        || (prep && !help)
        || is_object
        || (matches!(before.what, What::Actor(_)) && !joined && !is_addressed(row))
}

/// «X accused Y of», «X warned Y»: the state right behind a speaker is spoken to.
fn is_addressed(row: &[Item]) -> bool {
    let speaker = row.iter().rev().position(|i| !matches!(i.what, What::Actor(_)));
    let verb = speaker.map(|n| &row[row.len() - 1 - n]);
    verb.and_then(Item::verb_cue).is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)))
}

/// «in each of X and Y»: the preposition before «each of» governs what follows.
fn is_each_of(reading: &Reading<'_>, row: &[Item]) -> bool {
    const EACH: &str = "\u{643}\u{644}";
    match row {
        [.., each, _of] => each.what == What::Word && reading.text.fold_at(each.from).ends_with(EACH),
        _ => false,
    }
}

/// «each of X and Y called for»: do the words «each of» stand right behind a verb of speech?
fn speaks_each(reading: &Reading<'_>, row: &[Item]) -> bool {
    match row {
        [.., verb, each, _of] if is_each_of(reading, row) => {
            let speaks = verb.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
            speaks && each.proclitic().is_none()
        }
        _ => false,
    }
}

/// Does a word of moving, sending or taking stand among the last words of the row?
fn moves_before(reading: &Reading<'_>, row: &[Item]) -> bool {
    const REACH: usize = 8;
    let moves = |t: TriggerForm| {
        matches!(
            reading.frame_of(t),
            Frame::Enter
                | Frame::Leave
                | Frame::Move
                | Frame::Reach
                | Frame::Send
                | Frame::Flee
                | Frame::Take
                | Frame::Strike
                | Frame::Close
        )
    };
    row.iter()
        .rev()
        .take(REACH)
        .any(|i| i.noun_trigger().is_some_and(moves) || i.verb_trigger().is_some_and(|(t, _)| moves(t)))
}

/// «the capture of two soldiers», where the word could be «families» too: whoever is seized follows at once.
fn is_seizing(reading: &Reading<'_>, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let at = hit.tokens.start;
    let ambiguous = hit.tokens.len() == 1
        && hit.class == ActorClass::Civilians
        && !reading.text.is_definite(at)
        && reading.knowledge.triggers.of_frame_at(&reading.text, at, Frame::Hold).is_some();
    if !ambiguous {
        return false;
    }
    let next = reading.actors.get(actor + 1);
    let seized = next.is_some_and(|n| n.tokens.start == at + 1 && n.class != ActorClass::Civilians);
    let counted = reading.begins_count(at + 1);
    // «the families of the soldiers»: not where a clause begins.
    let begins = reading.text.fold_at(at).starts_with(AND)
        || at.checked_sub(1).is_some_and(|j| reading.says_cue(j, Cue::Contrast));
    // «the army captured a commander»: whom it did stands behind it.
    let taken = || next.is_some_and(|n| seized && names_captive(reading, n.tokens.end));
    counted || seized && (begins || !reading.text.is_definite(at + 1)) || taken()
}

/// Does a count, or a word for one who is arrested or held, without its article, stand at token `at`?
fn names_captive(reading: &Reading<'_>, at: usize) -> bool {
    let lists = &reading.knowledge.triggers.lists;
    let held = |l: &crate::text::Lexicon<()>| l.longest_at(&reading.text, at).is_some();
    let tolls = &reading.knowledge.tolls;
    let one = || tolls.ones.longest_at(&reading.text, at).is_some();
    let fights = |w: TollWord| matches!(w, TollWord::Fighters | TollWord::Soldiers);
    let fighter = || tolls.lexicon.longest_at(&reading.text, at).is_some_and(|m| fights(*m.value));
    let known =
        reading.begins_count(at) || held(&lists.wanted) || held(&lists.prisoners) || one() || fighter();
    known && !reading.text.is_definite(at)
}

/// The proclitics that the first word of a mention most likely carries.
fn proclitics(reading: &Reading<'_>, at: usize) -> Affixes {
    let readings = reading.text.readings_at(at);
    let first = readings.first().map(|r| r.affixes).unwrap_or_default();
    // «for the …»: a word that some longer name holds whole still begins with its preposition.
    let for_the = first.is_empty() && reading.text.fold_at(at).starts_with("\u{644}\u{644}");
    let inner = readings.iter().map(|r| r.affixes).find(|a| for_the && a.has(Affixes::LI));
    // «in the countryside of»: so does a word for a kind of place.
    let words = &reading.knowledge.place_words.words;
    let in_the = |r: &&TokenReading| r.affixes.has(Affixes::BI) && words.of_word(r.stem).is_some();
    let within = || readings.iter().find(in_the).map(|r| r.affixes);
    // «and its fighters»: the pronoun behind is no proclitic.
    inner.or_else(|| if first.is_empty() { within() } else { None }).unwrap_or(first).in_front()
}
