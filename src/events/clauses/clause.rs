//! Clauses: stretches of a sentence around one finite verb, with the subject of that verb.

use std::cell::Cell;
use std::ops::Range;

use super::after_then::is_verb_after_all;
use super::fronted::fronted;
use super::item::{Item, What};
use super::like_verb::{is_adjective, is_behind_that, is_counted, is_object_of_verb};
use super::named_behind::take_from_behind;
use super::other_side::is_other_side;
use super::particles::done_but;
use super::subject::subject;
use super::undergone::resume_undergone;
use super::without::is_without_subject;
use crate::events::acts::headline_clause::{is_noun_of_doer, second_headline};
use crate::events::doers::answered::part_answers;
use crate::events::joins::one_breath::{is_in_row, is_joined_noun};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::{TriggerForm, WordForm};
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// How a clause hangs on what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) enum Opener {
    /// It opens the sentence, or follows a stop.
    Start,
    /// The content of speech or thought.
    That,
    /// «who», «which».
    Relative,
    /// «where», «while», «after».
    Subordinate,
    /// «and» or «so» with a verb, or a verb without any link.
    Joined,
}

/// A finite verb of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) struct Finite {
    /// Position in the items.
    pub(in crate::events) item: usize,
    /// Its form.
    pub(in crate::events) verb: VerbForm,
    /// The trigger that it is.
    pub(in crate::events) trigger: Option<TriggerForm>,
    /// The cue that it is.
    pub(in crate::events) cue: Option<Cue>,
}

/// A stretch of a sentence around one finite verb.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one clause")]
#[derive(Clone, Debug)]
pub(in crate::events) struct Clause {
    /// Its items.
    pub(in crate::events) items: Range<usize>,
    /// How it hangs on what stands before.
    pub(in crate::events) opener: Opener,
    /// Its main verb.
    pub(in crate::events) finite: Option<Finite>,
    /// Does «was» stand before the main verb?
    pub(in crate::events) has_was: bool,
    /// Did it become so only now («has come to …»)?
    pub(super) has_became: bool,
    /// Does «before …» or «until …» open it, or was it managed that it came to be, so that even a state in it begins then?
    pub(in crate::events) is_until: bool,
    /// Its subject, as positions in [`Reading::actors`].
    pub(in crate::events) subject: Vec<usize>,
    /// The clause whose subject this one took over.
    pub(in crate::events) subject_from: Option<usize>,
    /// The clause that it goes on, behind a relative clause between commas.
    pub(in crate::events) resumes: Option<usize>,
    /// Does its verb name no subject at all, not even an unknown one?
    pub(in crate::events) is_without_subject: bool,
    /// The item for which it was last asked where the arguments end, and where that is.
    pub(in crate::events) window: Cell<Option<(usize, usize)>>,
}

impl Clause {
    /// Did what it tells become so only now?
    pub(in crate::events) fn has_become(&self) -> bool {
        self.has_became || self.finite.is_some_and(|f| f.cue == Some(Cue::Became))
    }

    /// The speech act of its main verb.
    pub(in crate::events) fn speech(&self) -> Option<Speech> {
        match self.finite?.cue? {
            Cue::Speech(speech) => Some(speech),
            _ => None,
        }
    }
}

/// The finite verb at item `i`, when the item is read as one there.
#[inline]
pub(in crate::events) fn finite_at(items: &[Item], i: usize) -> Option<Finite> {
    // Of most words there is no verb.
    if items[i].may_be_verb() { verb_at(items, i) } else { None }
}

#[inline(never)]
fn verb_at(items: &[Item], i: usize) -> Option<Finite> {
    let item = &items[i];
    if item.is_cue(Cue::That) || item.is_cue(Cue::Relative) {
        return None;
    }
    let negated = i.checked_sub(1).is_some_and(|j| negates(items, j));
    let stands = |v: VerbForm| v.tense != Tense::Jussive || negated;
    let trigger = item.verb_trigger().filter(|t| stands(t.1));
    let cue = tells_about(items, i).or_else(|| item.verb_cue()).filter(|c| stands(c.1));
    let told = trigger.map(|t| t.1).or(cue.map(|c| c.1))?;
    let verb = if negated { done_but(items, i, told) } else { told };
    // «the reopening was done»: behind a verb that only says so stands a noun.
    let done =
        i.checked_sub(1).is_some_and(|j| items[j].verb_cue().is_some_and(|c| c.0 == Cue::PassiveLight));
    if done && verb.tense == Tense::Perfect && !item.is_joined() && item.noun_trigger().is_none() {
        return None;
    }
    let owned = item.has_pronoun && trigger.is_some() && item.noun_trigger().is_some();
    let next = items.get(i + 1..).and_then(|rest| rest.iter().find(|n| n.what != What::Quote));
    let subject_follows = next.is_some_and(|n| matches!(n.what, What::Actor(_)) && !n.is_joined());
    if owned && !subject_follows && !is_verb_after_all(items, i, verb) {
        return None; // «its control of», not «it controlled it»
    }
    let governed = i.checked_sub(1).is_some_and(|j| {
        let before = &items[j];
        let named = before.affixes.has(crate::text::Affixes::AL); // «the east», and no «east of»
        let governs = before.cue(|c| matches!(c, Cue::Prep(p) if p != Prep::About)).is_some()
            || before.is_cue(Cue::After) && !before.is_cue(Cue::Since);
        let until = before.is_cue(Cue::Until) && verb.tense == Tense::Perfect;
        governs && !named && before.verb_cue().is_none() && !until
    });
    if governed && !item.is_joined() {
        return None; // no verb stands right after a preposition
    }
    if is_adjective(items, i, verb) || is_behind_that(items, i, verb) || is_counted(items, i, verb) {
        return None;
    }
    let single = verb.tense == Tense::Perfect && !verb.is_plural && !verb.is_feminine;
    if single && trigger.is_some() && is_in_row(items, i) {
        return None;
    }
    if verb.tense == Tense::Perfect && verb.is_plural && is_object_of_verb(items, i) {
        return None;
    }
    let could_be_noun = item.noun_trigger().is_some() || item.cues().iter().any(|c| c.verb.is_none());
    if single && item.noun_trigger().is_some() && is_noun_of_doer(items, i) {
        return None;
    }
    if could_be_noun && (!reads_as_verb(items, i) || is_joined_noun(items, i)) {
        return None;
    }
    if single && trigger.is_none() && is_own_noun(items, i) {
        return None;
    }
    Some(Finite { item: i, verb, trigger: trigger.map(|t| t.0), cue: cue.map(|c| c.0) })
}

/// «activists told of …», written like «happens»: a verb of telling, where «of» stands behind its subject.
fn tells_about(items: &[Item], i: usize) -> Option<(Cue, VerbForm)> {
    const REACH: usize = 7;
    let item = &items[i];
    let happens = matches!(item.verb_cue(), Some((Cue::Light, v)) if v.tense == Tense::Imperfect);
    let told = item.cues().iter().find(|c| matches!(c.cue, Cue::Speech(_))).filter(|_| happens)?;
    let mut behind = items[i + 1..].iter().take(REACH).take_while(|n| !matches!(n.what, What::Comma));
    Some((told.cue, told.verb?)).filter(|_| behind.any(|n| n.is_cue(Cue::Quoted)))
}

/// «X announced its refusal of»: behind a verb of speech and whoever speaks, a verbal noun with the speaker's pronoun, which
/// is written like a verb.
fn is_own_noun(items: &[Item], i: usize) -> bool {
    let item = &items[i];
    let speaks =
        |n: &Item| n.verb_cue().is_some_and(|c| matches!(c.0, Cue::Speech(Speech::Announce) | Cue::Light));
    let named = |n: &&Item| matches!(n.what, What::Actor(_) | What::Date(_) | What::Word | What::Quote);
    let behind = i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Actor(_) | What::Date(_)));
    let governor = items[..i].iter().rev().find(|n| !named(n));
    item.has_pronoun && !item.is_joined() && behind && governor.is_some_and(speaks)
}

/// A word that could be verb or noun is a verb at the head of a clause.
fn reads_as_verb(items: &[Item], i: usize) -> bool {
    if items[i].proclitic().is_some() {
        return false;
    }
    // «a deal that X reached», where the verb is written like «its reaching».
    if items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::To)) && n.has_pronoun) {
        return true;
    }
    let Some(before) = i.checked_sub(1).map(|j| &items[j]) else { return true };
    let is_prep = items[i].cue(|c| matches!(c, Cue::Prep(_))).is_some();
    if is_prep && matches!(before.what, What::Actor(_) | What::Place(_)) {
        return false;
    }
    // «X announced the capture of Y», «X began the shelling of Y»: such verbs take a noun behind their subject.
    let named = |b: &&Item| matches!(b.what, What::Actor(_) | What::Date(_) | What::Word | What::Quote);
    let takes_noun = |b: &Item| {
        let carries = |c: Cue| matches!(c, Cue::Speech(_) | Cue::Light | Cue::Plan);
        // «X halted the advance of Y»: so does a verb that needs such a noun.
        let needs = b.verb_trigger().is_some_and(|(t, v)| t.need.is_some() && v.tense == Tense::Perfect);
        needs && b.noun_trigger().is_none() || b.verb_cue().is_some_and(|(cue, _)| carries(cue))
    };
    let governor = || items[..i].iter().rev().find(|b| !named(b));
    // «announced "X" the capture of ten».
    let bare = items[..i].iter().rev().find(|b| b.what != What::Quote).unwrap_or(before);
    let behind_doer = matches!(bare.what, What::Actor(_) | What::Date(_));
    if behind_doer && !items[i].is_joined() && governor().is_some_and(takes_noun) {
        return false;
    }
    match &before.what {
        What::Comma | What::Stop | What::Quote | What::Actor(_) | What::Date(_) => true,
        What::Known => before.cues().iter().any(|c| {
            matches!(
                c.cue,
                Cue::That
                    | Cue::Relative
                    | Cue::Subordinate
                    | Cue::May
                    | Cue::Negation
                    | Cue::Was
            ) || c.cue == Cue::Until && is_followed_by_doer(items, i)
                // «on his part denied …».
                || c.cue == Cue::Skip && matches!(items[i].verb_cue(), Some((Cue::Speech(_), _)))
        }),
        What::Place(_) => items[i].is_joined() || opens_at_place(items, i),
        _ => items[i].is_joined(),
    }
}

/// «and in X bombed Y …»: do a preposition and a place open the sentence before item `i`, and does one who acts follow?
fn opens_at_place(items: &[Item], i: usize) -> bool {
    let acts = |n: &Item| matches!(n.what, What::Actor(_)) && n.proclitic().is_none() && !n.is_joined();
    let places = items[..i].iter().rev().take_while(|n| matches!(n.what, What::Place(_))).count();
    let opens = i.checked_sub(places + 1).is_some_and(|at| {
        let at_head = at == 0 || items[at - 1].what == What::Stop;
        at_head && items[at].is_cue(Cue::Prep(Prep::At))
    });
    opens && items.get(i + 1).is_some_and(acts)
}

/// Cuts items into clauses and finds their subjects.
pub(in crate::events) fn clauses(reading: &Reading<'_>, items: &[Item]) -> Vec<Clause> {
    let mut out = cut(reading, items);
    resume(items, &mut out);
    resume_undergone(reading, items, &mut out);
    part_answers(items, &mut out);
    for c in 0..out.len() {
        // «managed that they hold X».
        let managed = out[c].opener == Opener::That
            && c.checked_sub(1).and_then(|p| out[p].finite).is_some_and(|f| f.cue == Some(Cue::Light));
        out[c].is_until = managed || opens_until(reading, items, &out[c]);
    }
    for c in 0..out.len() {
        let (subject, from) = match out[c].resumes {
            Some(main) => (out[main].subject.clone(), Some(main)),
            None => subject(reading, items, &out, c),
        };
        out[c].subject = subject;
        out[c].is_without_subject = is_without_subject(reading, items, &out[c]);
        out[c].subject_from = from;
    }
    take_from_behind(reading, items, &mut out);
    out
}

/// «X, which holds Y, announced» turned about: «announced X, which holds Y, its control of Z». What is announced
/// stands behind the second comma, and is cut off from the relative clause.
fn resume(items: &[Item], out: &mut Vec<Clause>) {
    for c in 1..out.len() {
        let main = &out[c - 1];
        let governs = |f: &Finite| matches!(f.cue, Some(Cue::Speech(_) | Cue::Light | Cue::Plan));
        let Some(verb) = main.finite.filter(governs) else { continue };
        let [between @ .., last] = &items[verb.item + 1..main.items.end] else { continue };
        let named = !between.is_empty()
            && between.iter().all(|i| matches!(i.what, What::Actor(_) | What::Word | What::Quote));
        if out[c].opener != Opener::Relative || last.what != What::Comma || !named {
            continue;
        }
        let is_said = |i: usize| {
            items[i - 1].what == What::Comma
                && items[i].noun_trigger().is_some()
                && items[i].proclitic().is_none()
                && !items[i].is_joined()
                && finite_at(items, i).is_none()
        };
        let Some(start) = (out[c].items.start + 2..out[c].items.end).find(|&i| is_said(i)) else { continue };
        let mut rest = open(start, Opener::That);
        rest.items.end = std::mem::replace(&mut out[c].items.end, start);
        rest.resumes = Some(c - 1);
        if out[c].finite.is_some_and(|f| f.item >= start) {
            out[c].finite = None;
        }
        out.insert(c + 1, rest);
    }
}

/// «before …», «until …»: two words that open a clause of what came next. «…, for X to hold Z» tells what came of it, too.
fn opens_until(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    const WORDS: [&str; 2] = ["\u{642}\u{628}\u{644}", "\u{627}\u{644}\u{64A}"]; // before, to
    let item = &items[clause.items.start];
    let two = item.to - item.from == 2 && item.is_cue(Cue::Subordinate);
    let to = |f: Finite| f.verb.tense == Tense::Imperfect && items[f.item].affixes.has(Affixes::LI);
    clause.finite.is_some_and(to) || two && WORDS.contains(&reading.text.fold_at(item.from))
}

fn cut(reading: &Reading<'_>, items: &[Item]) -> Vec<Clause> {
    let mut out = Vec::with_capacity(8); // more are rare
    let mut current = open(0, Opener::Start);
    for i in 0..items.len() {
        let finite = finite_at(items, i);
        let second = finite.as_ref().and_then(|f| second_headline(reading, items, f, current.items.start));
        let second = second.filter(|_| current.finite.is_none() && current.opener == Opener::Start);
        let fresh = second.map(|_| Opener::Joined);
        let fresh = fresh.or_else(|| opener_at(items, i, finite.as_ref(), &current));
        if let Some(opener) = fresh {
            // A particle that is read as the verb of the clause before stays with it.
            let floor = current.finite.map_or(current.items.start, |f| f.item);
            // A verb in the plural has its subject before it.
            let behind = |f: &Finite| f.verb.tense == Tense::Imperfect || f.verb.is_plural;
            let other =
                finite.as_ref().filter(|f| behind(f)).and_then(|_| brings_subject(items, i, &current));
            let start = match opener {
                Opener::Joined => second
                    .or(other)
                    .or_else(|| fronted(reading, items, i, floor))
                    .unwrap_or_else(|| with_particles(items, i, floor)),
                _ => i,
            };
            if start > current.items.start {
                current.items.end = start;
                out.push(current);
            }
            current = open(start, opener);
        }
        if let Some(finite) = finite {
            match finite.cue {
                Some(Cue::Was) if finite.trigger.is_none() => current.has_was = true,
                Some(Cue::Became) if finite.trigger.is_none() => current.has_became = true,
                _ if current.finite.is_none() => current.finite = Some(finite),
                _ => {}
            }
        }
    }
    current.items.end = items.len();
    out.push(current);
    out
}

/// Where a clause begins whose verb stands at `i`: particles right before the verb belong to it, and a date with «and»
/// («…, and on Friday they entered»).
fn with_particles(items: &[Item], i: usize, floor: usize) -> usize {
    let mut start = i;
    let day = |b: &Item| matches!(b.what, What::Date(_)) && b.is_joined();
    if i > floor + 1 && !items[i].is_joined() && day(&items[i - 1]) {
        return i - 1;
    }
    while start > floor + 1
        && items[start - 1].cues().iter().any(|c| {
            matches!(c.cue, Cue::May | Cue::Negation | Cue::Plan | Cue::Hypothetical) && c.verb.is_none()
        })
    {
        start -= 1;
    }
    start
}

/// «X takes Y, and Z withdraws»: the item where another subject, joined to the clause before, begins right before the verb
/// at `i`, in quotation marks or not.
fn brings_subject(items: &[Item], i: usize, current: &Clause) -> Option<usize> {
    let from = current.items.start;
    let quote = |j: usize| items[j].what == What::Quote;
    let subject = (from..i).rev().find(|&j| !quote(j))?;
    let mut start = (from..subject).rev().find(|&j| !quote(j))? + 1;
    // «bombs X and thousands of civilians flee».
    let counted = |n: &Item| matches!(n.what, What::Number(_)) && n.is_joined();
    start -= usize::from(start > from + 1 && counted(&items[start - 1]));
    let actor = |n: &Item| matches!(n.what, What::Actor(_));
    let between = |n: &Item| n.is_cue(Cue::Prep(Prep::Between));
    let joined = items[start..=subject].iter().any(|n| n.affixes.has(Affixes::WA));
    let is = current.finite.is_some_and(|f| f.item < start - 1)
        && actor(&items[subject])
        && joined
        && items[subject].proclitic().is_none()
        && !items[i].is_joined()
        && !actor(&items[start - 1])
        && !items[from..start - 1].iter().any(between);
    is.then_some(start)
}

pub(in crate::events) fn open(at: usize, opener: Opener) -> Clause {
    Clause {
        items: at..at,
        opener,
        finite: None,
        has_was: false,
        has_became: false,
        is_until: false,
        subject: Vec::new(),
        subject_from: None,
        resumes: None,
        is_without_subject: false,
        window: Cell::new(None),
    }
}

fn opener_at(items: &[Item], i: usize, finite: Option<&Finite>, current: &Clause) -> Option<Opener> {
    let item = &items[i];
    if finite.is_none() && !matches!(item.what, What::Known | What::Stop) {
        return None; // no cue, and no verb
    }
    let speaks = || {
        current.finite.is_some_and(|f| matches!(f.cue, Some(Cue::Speech(_))))
            || items[current.items.start..i].iter().any(|b| b.is_cue(Cue::Saying))
    };
    if item.is_cue(Cue::That) && (!item.is_cue(Cue::Subordinate) || speaks()) {
        return Some(Opener::That);
    }
    if item.is_cue(Cue::Relative) {
        return Some(Opener::Relative);
    }
    // «released, in return, ten of them»: a phrase right behind its verb opens nothing.
    let aside = || {
        item.is_cue(Cue::Contrast)
            && item.to - item.from > 1
            && !item.is_joined()
            && current.finite.is_some_and(|f| f.item + 1 == i && f.trigger.is_some())
    };
    if item.is_cue(Cue::Subordinate) && !is_other_side(items, i, current.items.start) && !aside() {
        return Some(Opener::Subordinate);
    }
    if item.is_cue(Cue::Saying) {
        return Some(Opener::Joined);
    }
    if matches!(item.what, What::Stop) {
        return Some(Opener::Start);
    }
    finite?;
    let only_opener = current.finite.is_none()
        && (current.items.start..i).all(|j| items[j].cues().iter().any(|c| c.verb.is_none()));
    if only_opener && i > current.items.start {
        return None;
    }
    // «that X and Y, who …, attacked»: the verb that the subject of the content waits for.
    let speaks = finite.is_some_and(|f| matches!(f.cue, Some(Cue::Speech(_))));
    if current.opener == Opener::That && current.finite.is_none() && !item.is_joined() && !speaks {
        return None;
    }
    // «X has come, says Y, to hold Z»: the imperfect goes on from the verb of becoming.
    let becomes = current.has_became
        && current.finite.is_none()
        && finite.is_some_and(|f| f.verb.tense == Tense::Imperfect && f.cue.is_none())
        && !item.is_joined();
    if becomes {
        return None;
    }
    let joined = item.is_joined() || i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Comma));
    let second = current.finite.is_some();
    let is_first = i == current.items.start;
    ((joined && (second || has_noun(items, current.items.start, i))) || (second && !is_first))
        .then_some(Opener::Joined)
}

/// Does anything but marks and small words stand in `from..to`?
fn has_noun(items: &[Item], from: usize, to: usize) -> bool {
    items[from..to]
        .iter()
        .any(|i| !matches!(i.what, What::Comma | What::Stop | What::Quote) && i.cues().is_empty())
}

/// Does the form tell that something is done or was done (and is no state)?
pub(in crate::events) fn is_state(reading: &Reading<'_>, clause: &Clause, finite: &Finite) -> bool {
    finite.trigger.is_some_and(|t| {
        let trigger = &reading.knowledge.triggers.all[t.trigger as usize];
        trigger.is_state
            && matches!(t.form, WordForm::Verb(v) if v.tense == Tense::Imperfect)
            // «took nothing but X», «took X only in July»: it was done.
            && finite.verb.tense == Tense::Imperfect
            && !clause.has_became
            && !clause.is_until
    })
}

/// Does one who acts stand right behind item `i`, with nothing written on to the name?
fn is_followed_by_doer(items: &[Item], i: usize) -> bool {
    items.get(i + 1).is_some_and(|n| matches!(n.what, What::Actor(_)) && n.affixes.is_empty())
}

/// Is item `i` a word of negation? «When» and «not yet» are written alike, and «when» has the perfect behind it.
pub(in crate::events) fn negates(items: &[Item], i: usize) -> bool {
    let done = |n: &Item| {
        let verb = n.verb_trigger().map(|t| t.1).or(n.verb_cue().map(|c| c.1));
        verb.is_some_and(|v| v.tense == Tense::Perfect)
    };
    let when = items[i].is_cue(Cue::When) && items.get(i + 1).is_some_and(done);
    items[i].is_cue(Cue::Negation) && !when
}
