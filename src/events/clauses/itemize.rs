//! The row of items of a sentence: its tokens as marks, mentions and known words.

use smallvec::SmallVec;

use super::described_scene::drop_scene_description;
use super::item::{Item, What};
use super::marks::{mark, opens_list};
use super::particles::keep_particles;
use crate::events::acts::need::{is_met_before, leaves_deal, met_at, stands_between};
use crate::events::doers::described::drop_descriptions;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::inflect::{Tense, VerbForm};
use crate::text::{AND, Affixes, Reading as TokenReading, WordId};

/// The items of the tokens `from..to`.
pub(in crate::events) fn items(reading: &Reading<'_>, from: usize, to: usize) -> Vec<Item> {
    let mut cursors = Cursors::at(reading, from);
    let mut out: Vec<Item> = Vec::with_capacity(to.saturating_sub(from));
    let mut at = from;
    let mut joined: Vec<usize> = Vec::new();
    while at < to {
        let token = &reading.text.tokens[at];
        // «X and Y», with a space behind the «and» that is one word with Y.
        if reading.text.fold_of(token).starts_with(AND) && token.span.len() == AND.len_utf8() {
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
        let known = known(reading, at);
        if let Some((what, end, affixes)) = cursors.mention(reading, at, &out) {
            let end = end.min(to).max(at + 1);
            // «two raids»: a dual is a count, and the deed all the same.
            let dual = matches!(what, What::Number(_)) && end == at + 1;
            match &known {
                Some(k) if dual && k.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike) => {
                    at = k.to;
                    out.extend(known);
                }
                // «withdrew from the two towns»: those told before, and no count.
                Some(k) if dual && k.is_cue(Cue::TwoPlaces) && k.affixes.has(Affixes::AL) => {
                    at = k.to;
                    out.extend(known);
                }
                // «the number of the displaced»: more than the people alone.
                Some(k) if k.to > end || (k.to == end && end > at + 1 && k.noun_trigger().is_some()) => {
                    at = k.to;
                    out.extend(known);
                }
                _ => {
                    out.push(Item { from: at, to: end, what, affixes, has_pronoun: false });
                    at = end;
                }
            }
            continue;
        }
        let item = known.unwrap_or_else(|| plain(at, at + 1, What::Word));
        at = item.to;
        out.push(item);
    }
    keep_particles(&mut out);
    drop_scene_description(&mut out, &mut joined);
    drop_hearsay(reading, &mut out, &mut joined);
    drop_descriptions(reading, &mut out, &mut joined);
    for i in joined {
        // «X and "Y"»: what the quotation marks hold.
        if let Some(item) = out.iter_mut().skip(i).find(|item| item.what != What::Quote) {
            item.affixes = item.affixes.with(Affixes::WA);
        }
    }
    out
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
    Item { from, to, what, affixes: Affixes::default(), has_pronoun: false }
}

/// How a participle of a derived verb begins with the article, folded.
const PARTICIPLE: &str = "\u{627}\u{644}\u{645}";

/// The trigger and cue readings at a token, the longer phrase winning.
fn known(reading: &Reading<'_>, at: usize) -> Option<Item> {
    let knowledge = reading.knowledge;
    let may_begin = knowledge.triggers.lexicon.begins_at(&reading.text, at)
        || knowledge.status.lexicon.begins_at(&reading.text, at);
    if !may_begin {
        return None;
    }
    // «the besieged quarters in X»: a participle with its article says how things are, and «in» is none of it.
    let is_participle = || reading.text.fold_at(at).trim_start_matches(AND).starts_with(PARTICIPLE);
    let trigger = knowledge.triggers.lexicon.longest_at(&reading.text, at);
    let trigger = trigger.filter(|m| !(m.n_tokens > 1 && m.affixes.has(Affixes::AL) && is_participle()));
    let cue = knowledge.status.lexicon.longest_at(&reading.text, at);
    let n_trigger = trigger.as_ref().map_or(0, |m| m.n_tokens);
    let n_tokens = cue.as_ref().map_or(0, |m| m.n_tokens).max(n_trigger);
    // «my …» is no news; the letter is part of a broken plural.
    let is_mine = |last: usize| reading.text.fold_at(last).ends_with('\u{64A}');
    let trigger = trigger.filter(|m| m.n_tokens == n_tokens && !(m.pronoun && is_mine(at + n_tokens - 1)));
    // The letter of the future stands before verbs only: «handed over» is no «will not».
    let future = |c: &[CueForm]| c.iter().all(|c| c.verb.is_none());
    let cue = cue.filter(|m| m.n_tokens == n_tokens && !(m.affixes.has(Affixes::SA) && future(m.value)));
    if n_tokens == 0 {
        return None;
    }
    let affixes = trigger.as_ref().map(|m| m.affixes).or(cue.as_ref().map(|m| m.affixes)).unwrap_or_default();
    let has_pronoun = trigger.as_ref().is_some_and(|m| m.pronoun) || cue.as_ref().is_some_and(|m| m.pronoun);
    let trigger_has_pronoun = n_trigger == 1 && trigger.as_ref().is_some_and(|m| m.pronoun);
    let mut triggers = trigger.map(|m| m.value.clone()).unwrap_or_default();
    if trigger_has_pronoun {
        add_nouns(reading, at, &mut triggers);
    }
    // «Yasir» is also «he captures».
    let is_given = || knowledge.actors.words.longest_at(&reading.text, at).is_some_and(|m| m.value.given);
    triggers.retain(|t| !matches!(t.form, WordForm::Verb(v) if v.tense == Tense::Imperfect && is_given()));
    // «saw, on Friday, a bombing»: in the accusative it looks like what two did.
    let noun = triggers.iter().any(|t| t.form == WordForm::Noun);
    let comma = at.checked_sub(1).is_some_and(|j| matches!(reading.text.fold_at(j), "\u{60C}" | ","));
    let accusative = noun && comma && n_tokens == 1 && reading.text.fold_at(at).ends_with('\u{627}');
    triggers.retain(|t| !(accusative && matches!(t.form, WordForm::Verb(_))));
    let by_pronoun = |v: VerbForm| !v.is_bound || trigger_has_pronoun;
    triggers.retain(|t| !matches!(t.form, WordForm::Verb(v) if !by_pronoun(v)));
    // «an attack …, but the army foiled it»: the pronoun stands for what the verb needs.
    let foils = |t: &TriggerForm| trigger_has_pronoun && foils_attack(reading, *t);
    let met = |t: &TriggerForm| match t.need {
        Some(need) if !foils(t) => met_at(reading, at..at + n_tokens, need),
        _ => Some(usize::MAX),
    };
    let otherwise = !triggers.iter().any(|t| met(t).is_some());
    triggers.retain(|t| met(t).is_some() || otherwise && is_met_before(reading, at, *t));
    let deal = |t: &TriggerForm| t.need.filter(|_| reading.frame_of(*t) == Frame::Deal);
    if triggers.iter().any(|t| t.need.is_none() && reading.frame_of(*t) == Frame::Leave) {
        triggers.retain(|t| deal(t).is_none_or(|need| leaves_deal(reading, &(at..at + n_tokens), need)));
    }
    // «the brigades free X», and not «X got free».
    let frees = |t: &TriggerForm| matches!(t.form, WordForm::Verb(_)) && reading.frame_of(*t) == Frame::Take;
    if triggers.iter().any(frees) && stands_between(reading, at..at + n_tokens) {
        triggers.retain(|t| reading.frame_of(*t) != Frame::Fall);
    }
    if triggers.iter().filter(|t| t.need.is_some()).count() > 1 {
        triggers.sort_by_key(|t| met(t)); // the one whose word stands nearest
    }
    // With a madda it is a participle, no perfect: «the commander of», not «he ordered».
    let madda = written_with_madda(reading, at);
    let cue_has_pronoun = cue.as_ref().is_some_and(|m| m.pronoun);
    let cue_affixes = cue.as_ref().map(|m| m.affixes).unwrap_or_default();
    let mut cues = cue.map(|m| m.value.clone()).unwrap_or_default();
    // The affixes kept are the trigger's: a perfect that would need «will» before it is none.
    let will = cue_affixes.has_any(Affixes::SA.with(Affixes::LI));
    cues.retain(|c| c.verb.is_none_or(|v| !(will && v.tense == Tense::Perfect)));
    cues.retain(|c| c.verb.is_none_or(|v| !v.is_bound || cue_has_pronoun));
    cues.retain(|c| !(madda && (c.verb.is_some() || matches!(c.cue, Cue::There | Cue::ThereFrom))));
    // «the deal signed in X»: a participle that is written like a word for a place.
    let signed = |c: &CueForm| c.cue == Cue::VaguePlace && cue_affixes.has(Affixes::AL);
    cues.retain(|c| !(signed(c) && knowledge.status.dated.longest_at(&reading.text, at).is_some()));
    // «now», «the eastern»: no particle has the article.
    let is_particle = |c: &CueForm| {
        matches!(
            c.cue,
            Cue::Prep(_) | Cue::That | Cue::ThatThey | Cue::Relative | Cue::Subordinate | Cue::When
        )
    };
    cues.retain(|c| !(cue_affixes.has(Affixes::AL) && is_particle(c)));
    let by_verb = triggers.iter().any(|t| matches!(t.form, WordForm::Verb(v) if v.has_object))
        || cues.iter().any(|c| c.verb.is_some_and(|v| v.has_object));
    let has_pronoun = has_pronoun || by_verb;
    Some(Item { from: at, to: at + n_tokens, what: What::Known(triggers, cues), affixes, has_pronoun })
}

/// Is it a verb of repelling that wants a word for an attack («foiled an attempt, an attack»)?
fn foils_attack(reading: &Reading<'_>, form: TriggerForm) -> bool {
    let triggers = &reading.knowledge.triggers;
    let attack = |word: &WordId| {
        let forms = triggers.lexicon.of_word(*word).into_iter().flatten();
        forms.into_iter().any(|f| f.form == WordForm::Noun && reading.frame_of(*f) == Frame::Fight)
    };
    let verb = matches!(form.form, WordForm::Verb(_)) && reading.frame_of(form) == Frame::Repel;
    verb && form.need.is_some_and(|n| triggers.needs[usize::from(n)].any.iter().any(attack))
}

/// Is the word at token `at` written with an alef with madda at its head?
fn written_with_madda(reading: &Reading<'_>, at: usize) -> bool {
    let written = reading.text.tokens[at].span.of(reading.text.source);
    written.trim_start_matches(['\u{648}', '\u{641}']).starts_with('\u{622}')
}

/// «its control»: before a pronoun a verbal noun looks like the perfect of its verb; adds the noun.
fn add_nouns(reading: &Reading<'_>, at: usize, triggers: &mut SmallVec<[TriggerForm; 2]>) {
    let with_pronoun = reading.text.tokens[at].readings.iter().filter(|r| r.affixes.has(Affixes::PRONOUN));
    for found in with_pronoun.filter_map(|r| reading.knowledge.triggers.lexicon.of_word(r.stem)) {
        for form in found.iter().filter(|f| f.form == WordForm::Noun) {
            if !triggers.contains(form) {
                triggers.push(*form);
            }
        }
    }
}

/// Where the walk stands in each list of mentions.
struct Cursors {
    actor: usize,
    place: usize,
    date: usize,
    number: usize,
}

impl Cursors {
    fn at(reading: &Reading<'_>, from: usize) -> Self {
        Self {
            actor: reading.actors.partition_point(|m| m.tokens.start < from),
            place: reading.places.partition_point(|m| m.tokens.start < from),
            date: reading.dates.partition_point(|m| m.tokens.start < from),
            number: reading.numbers.partition_point(|m| m.from < from),
        }
    }

    /// May a mention start at token `at`? At most tokens none does.
    fn reaches(&self, reading: &Reading<'_>, at: usize) -> bool {
        reading.dates.get(self.date).is_some_and(|m| m.tokens.start <= at)
            || reading.actors.get(self.actor).is_some_and(|m| m.tokens.start <= at)
            || reading.places.get(self.place).is_some_and(|m| m.tokens.start <= at)
            || reading.numbers.get(self.number).is_some_and(|m| m.from <= at)
    }

    /// The longest mention that starts at token `at`: dates before actors before places before numbers.
    fn mention(
        &mut self,
        reading: &Reading<'_>,
        at: usize,
        before: &[Item],
    ) -> Option<(What, usize, Affixes)> {
        if !self.reaches(reading, at) {
            return None;
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
            let land = m.is_land && reads_as_place(reading, affixes, before);
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
        // An unknown name has no readings; the list that it stands in took its wa- off. And «and the head of»
        // may stand as one word inside another name.
        let with_and = || {
            let unread = reading.text.tokens[at].readings.is_empty();
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

/// Is the name of a state a place here, after a preposition or as the object of a verb?
fn reads_as_place(reading: &Reading<'_>, affixes: Affixes, row: &[Item]) -> bool {
    let Some(before) = row.last() else { return affixes.has(Affixes::BI) };
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
    counted || seized && (begins || !reading.text.is_definite(at + 1))
}

/// The proclitics that the first word of a mention most likely carries.
fn proclitics(reading: &Reading<'_>, at: usize) -> Affixes {
    let readings = &reading.text.tokens[at].readings;
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
