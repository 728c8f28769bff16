//! Clauses: stretches of a sentence around one finite verb, with the subject of that verb.

use std::ops::Range;

use super::item::{Item, What};
use super::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::{TriggerForm, WordForm};
use crate::text::ARTICLE;
use crate::text::inflect::{Tense, VerbForm};

/// How a clause hangs on what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
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
pub(super) struct Finite {
    /// Position in the items.
    pub(super) item: usize,
    /// Its form.
    pub(super) verb: VerbForm,
    /// The trigger that it is.
    pub(super) trigger: Option<TriggerForm>,
    /// The cue that it is.
    pub(super) cue: Option<Cue>,
}

/// A stretch of a sentence around one finite verb.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its items.
    pub(super) items: Range<usize>,
    /// How it hangs on what stands before.
    pub(super) opener: Opener,
    /// Its main verb.
    pub(super) finite: Option<Finite>,
    /// Does «was» stand before the main verb?
    pub(super) has_was: bool,
    /// Did it become so only now («has come to …»)?
    pub(super) has_became: bool,
    /// Does «before …» or «until …» open it, so that even a state in it begins then?
    pub(super) is_until: bool,
    /// Its subject, as positions in [`Reading::actors`].
    pub(super) subject: Vec<usize>,
    /// The clause whose subject this one took over.
    pub(super) subject_from: Option<usize>,
    /// Does its verb name no subject at all, not even an unknown one?
    pub(super) is_without_subject: bool,
}

impl Clause {
    /// Did what it tells become so only now?
    pub(super) fn has_become(&self) -> bool {
        self.has_became || self.finite.is_some_and(|f| f.cue == Some(Cue::Became))
    }

    /// The speech act of its main verb.
    pub(super) fn speech(&self) -> Option<Speech> {
        match self.finite?.cue? {
            Cue::Speech(speech) => Some(speech),
            _ => None,
        }
    }
}

/// The finite verb at item `i`, when the item is read as one there.
pub(super) fn finite_at(items: &[Item], i: usize) -> Option<Finite> {
    let item = &items[i];
    if !matches!(item.what, What::Known(..)) || item.is_cue(Cue::That) || item.is_cue(Cue::Relative) {
        return None;
    }
    let negated = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Negation));
    let stands = |v: VerbForm| v.tense != Tense::Jussive || negated;
    let trigger = item.verb_trigger().filter(|t| stands(t.1));
    let cue = item.verb_cue().filter(|c| stands(c.1));
    let verb = trigger.map(|t| t.1).or(cue.map(|c| c.1))?;
    let owned = item.has_pronoun && trigger.is_some() && item.noun_trigger().is_some();
    let subject_follows =
        items.get(i + 1).is_some_and(|n| matches!(n.what, What::Actor(_)) && !n.is_joined());
    if owned && !subject_follows {
        return None; // «its control of», not «it controlled it»
    }
    let governed = i.checked_sub(1).is_some_and(|j| {
        let before = &items[j];
        let named = before.affixes.has(crate::text::Affixes::AL); // «the east», and no «east of»
        let governs = before.cue(|c| matches!(c, Cue::Prep(p) if p != Prep::About)).is_some();
        governs && !named && before.verb_cue().is_none()
    });
    if governed && !item.is_joined() {
        return None; // no verb stands right after a preposition
    }
    let could_be_noun = item.noun_trigger().is_some() || item.cues().iter().any(|c| c.verb.is_none());
    if could_be_noun && !reads_as_verb(items, i) {
        return None;
    }
    Some(Finite { item: i, verb, trigger: trigger.map(|t| t.0), cue: cue.map(|c| c.0) })
}

/// A word that could be verb or noun is a verb at the head of a clause.
fn reads_as_verb(items: &[Item], i: usize) -> bool {
    if items[i].proclitic().is_some() {
        return false;
    }
    let Some(before) = i.checked_sub(1).map(|j| &items[j]) else { return true };
    let is_prep = items[i].cue(|c| matches!(c, Cue::Prep(_))).is_some();
    if is_prep && matches!(before.what, What::Actor(_) | What::Place(_)) {
        return false;
    }
    match &before.what {
        What::Comma | What::Stop | What::Quote | What::Actor(_) | What::Date(_) => true,
        What::Known(..) => before.cues().iter().any(|c| {
            matches!(
                c.cue,
                Cue::That | Cue::Relative | Cue::Subordinate | Cue::May | Cue::Negation | Cue::Was
            )
        }),
        _ => items[i].is_joined(),
    }
}

/// Cuts items into clauses and finds their subjects.
pub(super) fn clauses(reading: &Reading<'_>, items: &[Item]) -> Vec<Clause> {
    let mut out = cut(items);
    for clause in &mut out {
        clause.is_until = opens_until(reading, &items[clause.items.start]);
    }
    for c in 0..out.len() {
        let (subject, from) = subject(reading, items, &out, c);
        out[c].is_without_subject = subject.is_empty() && names_no_subject(items, &out[c]);
        out[c].subject = subject;
        out[c].subject_from = from;
    }
    out
}

/// «before …», «until …»: two words that open a clause of what came next.
fn opens_until(reading: &Reading<'_>, item: &Item) -> bool {
    const WORDS: [&str; 2] = ["\u{642}\u{628}\u{644}", "\u{627}\u{644}\u{64A}"]; // before, to
    let two = item.to - item.from == 2 && item.is_cue(Cue::Subordinate);
    two && WORDS.contains(&reading.text.fold_at(item.from))
}

fn cut(items: &[Item]) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut current = open(0, Opener::Start);
    for i in 0..items.len() {
        let finite = finite_at(items, i);
        let fresh = opener_at(items, i, finite.as_ref(), &current);
        if let Some(opener) = fresh {
            let start =
                if opener == Opener::Joined { with_particles(items, i, current.items.start) } else { i };
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

/// Where a clause begins whose verb stands at `i`: particles right before the verb belong to it.
fn with_particles(items: &[Item], i: usize, floor: usize) -> usize {
    let mut start = i;
    while start > floor + 1
        && items[start - 1].cues().iter().any(|c| {
            matches!(c.cue, Cue::May | Cue::Negation | Cue::Plan | Cue::Hypothetical) && c.verb.is_none()
        })
    {
        start -= 1;
    }
    start
}

fn open(at: usize, opener: Opener) -> Clause {
    Clause {
        items: at..at,
        opener,
        finite: None,
        has_was: false,
        has_became: false,
        is_until: false,
        subject: Vec::new(),
        subject_from: None,
        is_without_subject: false,
    }
}

fn opener_at(items: &[Item], i: usize, finite: Option<&Finite>, current: &Clause) -> Option<Opener> {
    let item = &items[i];
    if item.is_cue(Cue::That) {
        return Some(Opener::That);
    }
    if item.is_cue(Cue::Relative) {
        return Some(Opener::Relative);
    }
    if item.is_cue(Cue::Subordinate) {
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

/// Does no noun that may be its subject stand right after the verb of the clause, or before it?
fn names_no_subject(items: &[Item], clause: &Clause) -> bool {
    let Some(finite) = clause.finite else { return false };
    let is_open = |i: &Item| match i.what {
        What::Word | What::Actor(_) | What::Number(_) => false,
        What::Known(..) => i.noun_trigger().is_none(),
        _ => true,
    };
    let stranger = clause.items.start < finite.item
        && items[clause.items.start..finite.item].iter().any(|i| matches!(i.what, What::Number(_)));
    let next = items[finite.item + 1..clause.items.end].first();
    !stranger && next.is_none_or(|n| n.prep().is_some() || is_open(n))
}

/// The subject of clause `c`, and the clause it was taken over from.
fn subject(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> (Vec<usize>, Option<usize>) {
    let clause = &clauses[c];
    let Some(finite) = clause.finite else { return (of_unknown_verb(reading, items, clause), None) };
    let by_pronoun = items[clause.items.start].is_cue(Cue::ThatThey);
    if by_pronoun {
        return take_over(items, clauses, c);
    }
    if super::join::tells_of_strike(reading, items, finite) {
        return take_over(items, clauses, c);
    }
    let before = before_verb(reading, items, clause, finite.item);
    let topic = before.first().is_some_and(|&a| is_topic(reading, items, clause, finite.item, a));
    let after = if topic || (finite.verb.is_plural && !finite.verb.is_feminine) {
        Vec::new()
    } else {
        after_verb(reading, items, clause, finite.item)
    };
    if !after.is_empty() {
        return (after, None);
    }
    // «they refused»: many, and no single person or state.
    let one = |a: &usize| reading.actors[*a].class == ActorClass::Person || reading.actors[*a].is_land;
    let many = finite.verb.is_plural && !finite.verb.is_feminine && !finite.verb.is_first_person;
    let single = before.len() == 1 && before.iter().all(one);
    if !before.is_empty() && !(many && single && finite.verb.tense == Tense::Perfect) {
        return (before, None);
    }
    if clause.opener == Opener::Relative {
        let head = head_before(items, clause.items.start);
        return (head.into_iter().collect(), None);
    }
    let counted = clause.opener == Opener::That
        && items[clause.items.start..finite.item].iter().any(|i| matches!(i.what, What::Number(_)));
    if counted {
        return (Vec::new(), None); // somebody counted, though nobody known
    }
    let is_about_unknown = finite.item + 1 < clause.items.end
        && matches!(items[finite.item + 1].what, What::Word)
        && !finite.verb.is_plural
        && clause.opener != Opener::That;
    if is_about_unknown && finite.trigger.is_some_and(|_| !items[finite.item].is_joined()) {
        return (Vec::new(), None);
    }
    take_over(items, clauses, c)
}

/// «Iran backed …»: the actor right after an unknown word that opens a clause, which may be its verb.
fn of_unknown_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> Vec<usize> {
    let opens = matches!(clause.opener, Opener::Start | Opener::Joined);
    match items[clause.items.clone()].first_chunk() {
        Some([verb, Item { what: What::Actor(a), affixes, .. }])
            if opens && verb.what == What::Word && *affixes == crate::text::Affixes::default() =>
        {
            coordinated(reading, items, clause.items.end, clause.items.start + 1, *a)
        }
        _ => Vec::new(),
    }
}

/// Does the actor stand at the head of the clause with nothing that parts it from the verb at `verb`?
fn is_topic(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize, actor: usize) -> bool {
    let from = reading.actors[actor].tokens.start;
    let Some(at) = (clause.items.start..verb).find(|&i| items[i].from == from) else { return false };
    let first = at <= clause.items.start + 1;
    let parted = items[at..verb].iter().any(|i| matches!(i.what, What::Comma | What::Stop));
    first && !parted
}

/// A subject named before: the speaker for «that they …», else the subject of the clause before.
fn take_over(items: &[Item], clauses: &[Clause], c: usize) -> (Vec<usize>, Option<usize>) {
    let wanted = clauses[c].opener;
    // «…, as X announced»: who is quoted does nothing else.
    let quoted =
        |p: usize| clauses[p].items.start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::According));
    for p in (0..c).rev() {
        if quoted(p) {
            continue;
        }
        if clauses[p].opener == Opener::Relative && wanted != Opener::Relative {
            continue;
        }
        if !clauses[p].subject.is_empty() {
            return (clauses[p].subject.clone(), Some(p));
        }
    }
    (Vec::new(), None)
}

/// The subject that follows its verb.
fn after_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> Vec<usize> {
    const FOR: char = '\u{644}';
    let (mut n_words, mut placed) = (0, false);
    let mut i = verb + 1;
    if i < clause.items.end && is_oblique_plural(reading, &items[i]) {
        return Vec::new(); // «sent advisers and …»: an object opens, the subject was named before
    }
    while i < clause.items.end {
        let item = &items[i];
        match &item.what {
            What::Actor(a) => {
                // «the head of the council of the government of X, Y»: the title goes on.
                if item.proclitic() == Some(Prep::On) && n_words > 0 {
                    i += 1;
                    continue;
                }
                if item.proclitic().is_some() {
                    return Vec::new();
                }
                return coordinated(reading, items, clause.items.end, i, *a);
            }
            What::Date(_) | What::Quote | What::Number(_) => {}
            What::Known(..) if item.is_cue(Cue::There) || item.is_cue(Cue::ThereFrom) => {}
            What::Known(..) if item.has_pronoun && item.is_cue(Cue::Prep(Prep::About)) => {}
            // «intervened in X to restore the government»: a purpose opens, no subject.
            What::Word if placed && reading.text.fold_at(item.from).starts_with(FOR) => return Vec::new(),
            What::Word if n_words < 4 => n_words += 1,
            // «met in X, on Saturday, the ministers of Y»: place and day stand before the subject.
            What::Known(..) if n_words == 0 && is_at_place(items, i) => (placed, i) = (true, i + 1),
            What::Comma if n_words == 0 && is_beside_date(items, i) => {}
            // «called X Y, the envoy of Z, for»: who the person is stands behind the name.
            What::Comma if n_words > 0 && is_office(reading, items.get(i + 1)) => {}
            What::Known(..) if item.is_cue(Cue::Partial) || item.is_cue(Cue::VaguePlace) => n_words += 1,
            What::Known(..) if item.cue(|c| matches!(c, Cue::Prep(Prep::From))).is_some() && n_words > 0 => {}
            _ => return Vec::new(),
        }
        i += 1;
    }
    Vec::new()
}

/// Is item `i` «at», and a place behind it?
fn is_at_place(items: &[Item], i: usize) -> bool {
    items[i].is_cue(Cue::Prep(Prep::At)) && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)))
}

/// Does a day stand before or behind item `i`?
fn is_beside_date(items: &[Item], i: usize) -> bool {
    let is_date = |item: Option<&Item>| item.is_some_and(|n| matches!(n.what, What::Date(_)));
    is_date(i.checked_sub(1).and_then(|j| items.get(j))) || is_date(items.get(i + 1))
}

/// Is it a person or an office, and not the name of a state?
fn is_office(reading: &Reading<'_>, item: Option<&Item>) -> bool {
    let Some((What::Actor(a), item)) = item.map(|i| (&i.what, i)) else { return false };
    let hit = &reading.actors[*a];
    let office = matches!(hit.class, ActorClass::Person | ActorClass::State) && !hit.is_land;
    office && !item.is_joined() && item.proclitic().is_none()
}

/// Is it a plural of persons in its oblique form, which no subject has?
fn is_oblique_plural(reading: &Reading<'_>, item: &Item) -> bool {
    const MEEM: char = '\u{645}';
    const OF_PERSONS: &str = "\u{64A}\u{646}";
    const OF_ORIGIN: &str = "\u{64A}\u{64A}\u{646}";
    let noun = match item.what {
        What::Word => true,
        What::Actor(a) => reading.actors[a].is_common_noun,
        _ => false,
    };
    let word = reading.text.fold_at(item.from);
    let bare = word.strip_prefix(ARTICLE).unwrap_or(word);
    let participle = bare.starts_with(MEEM) && bare.ends_with(OF_PERSONS) && bare.chars().count() > 5;
    noun && !item.is_joined() && (participle || bare.ends_with(OF_ORIGIN))
}

/// The actor at item `at` and those joined to it by «and», a comma or in apposition.
pub(super) fn coordinated(
    reading: &Reading<'_>,
    items: &[Item],
    end: usize,
    at: usize,
    first: usize,
) -> Vec<usize> {
    let mut out = vec![first];
    let mut i = at + 1;
    let mut gap = 0;
    while i < end && gap < 2 {
        let item = &items[i];
        match item.what {
            What::Actor(a) if item.is_joined() || gap > 0 => {
                if reading.actors[a].class != ActorClass::Source && item.is_joined() {
                    out.push(a);
                }
                gap = 0;
            }
            What::Actor(_) => {}
            What::Comma | What::Quote => gap += 1,
            _ => break,
        }
        i += 1;
    }
    out
}

/// The subject that stands before its verb: the first free actor of the clause.
fn before_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> Vec<usize> {
    let mut i = clause.items.start;
    while i < verb {
        if let What::Actor(a) = items[i].what {
            let governed = items[i].proclitic().is_some()
                || i.checked_sub(1).is_some_and(|j| {
                    j >= clause.items.start && (items[j].prep().is_some() && !items[j].is_cue(Cue::That))
                });
            // «as for the fighters in X, some have left»: the topic, parted from its clause by a comma.
            let topic = i <= clause.items.start + 2
                && items[i].affixes.has(crate::text::Affixes::LI)
                && items[i..verb].iter().any(|c| c.what == What::Comma);
            if !governed || topic {
                return coordinated(reading, items, verb, i, a);
            }
        }
        i += 1;
    }
    Vec::new()
}

/// The actor that a relative clause speaks of.
fn head_before(items: &[Item], start: usize) -> Option<usize> {
    items[start.saturating_sub(5)..start].iter().rev().find_map(|i| match i.what {
        What::Actor(a) => Some(a),
        _ => None,
    })
}

/// Does the form tell that something is done or was done (and is no state)?
pub(super) fn is_state(reading: &Reading<'_>, clause: &Clause, finite: &Finite) -> bool {
    finite.trigger.is_some_and(|t| {
        let trigger = &reading.knowledge.triggers.all[t.trigger as usize];
        trigger.is_state
            && matches!(t.form, WordForm::Verb(v) if v.tense == Tense::Imperfect)
            && !clause.has_became
            && !clause.is_until
    })
}
