//! Verbs of killing and holding, written alike for those who do it and those it is done to: who of them is the subject.

use super::clause::{Clause, Finite};
use super::gender::ends_as_persons;
use super::item::{Item, What};
use super::subject::{is_accusative, is_number_of};
use super::without::{are_women, behind_day, counts_object, is_of_own_day};
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::Scope;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::HeadClass;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// Is the subject of this verb of harm the one who suffers?
pub(in crate::events) fn is_passive(
    scope: Scope<'_, '_>,
    item: usize,
    verb: VerbForm,
    subject: &[usize],
    objects: &[usize],
) -> bool {
    if let Some(passive) = told_by_form(scope, item, verb, subject) {
        return passive;
    }
    let reading = scope.reading;
    let class = subject.first().map(|&a| reading.actors[a].class);
    // «X abducted thirty, and executed a young man»: the accusative is the object of whoever acted before.
    let goes_on = scope.clause().subject_from.is_some() && scope.items[item].is_joined();
    let one = |n: &Item| {
        let word = n.what == What::Word || n.what == subject.first().map_or(What::Comma, |&a| What::Actor(a));
        word && n.affixes.is_empty() && is_accusative(reading, n) && is_somebody(reading, n)
    };
    if goes_on && !verb.is_plural && scope.items.get(item + 1).is_some_and(one) {
        return false;
    }
    if scope.trigger_frame(item) == Some(Frame::Hold) {
        return class == Some(ActorClass::Civilians)
            || is_held_within(scope, item, verb, subject, objects)
            || are_held(scope, item, verb, subject, objects);
    }
    let behind = behind_day(scope, item);
    let next_is_count = scope.items.get(behind).is_some_and(|i| matches!(i.what, What::Number(_)));
    // «where they killed residents»: the plural of whoever acted before, with an object right behind.
    let object = scope.items.get(item + 1).is_some_and(|i| {
        let noun = matches!(i.what, What::Word | What::Known | What::Actor(_));
        noun && i.cues().is_empty() && i.noun_trigger().is_none() && i.proclitic().is_none() && !i.is_joined()
    });
    let elsewhere = subject.is_empty() || scope.clause().subject_from.is_some();
    if verb.is_plural && !verb.is_feminine && elsewhere && (object || next_is_count) {
        return false;
    }
    let before = subject.first().is_some_and(|&a| reading.actors[a].tokens.start < scope.items[item].from);
    let forces = matches!(class, Some(ActorClass::State | ActorClass::Armed));
    // «the army said that it had killed ten».
    let it = item.checked_sub(1).is_some_and(|i| scope.items[i].is_cue(Cue::ThatThey));
    if it && forces && next_is_count {
        return false;
    }
    let counts = next_is_count || is_number_of(reading, scope.items, behind);
    if elsewhere && forces && verb.is_feminine && scope.items[item].is_joined() && counts {
        return false; // «the forces repelled … and killed seven»: of seven dead the verb would be masculine
    }
    // «the units of the army killed one of the bombers»: whoever stands before kills whom the word behind names.
    let adverb =
        scope.items.get(item + 1).is_some_and(|n| is_accusative(reading, n) && !is_somebody(reading, n));
    if before && forces && verb.is_feminine && (next_is_count || object && !adverb) {
        return false;
    }
    if before {
        return class == Some(ActorClass::Civilians) || (objects.is_empty() && !verb.is_first_person);
    }
    if is_hollow_active(scope, item, verb) {
        return false;
    }
    // «she killed …»: a state or a force after a feminine verb is the one who acts.
    let acts = verb.is_feminine && matches!(class, Some(ActorClass::State | ActorClass::Armed));
    let goes_on =
        scope.clause().subject_from.is_some() && scope.items[item].is_joined() && !is_of_own_day(scope, item);
    if goes_on && next_is_count && class != Some(ActorClass::Civilians) {
        return false; // «attacked … and killed ten»: whoever acted before acts on
    }
    next_is_count || class == Some(ActorClass::Civilians) || (objects.is_empty() && !acts)
}

/// Whether the vowels of the verb, its preposition or its pronoun tell that the subject suffers, or that it acts.
fn told_by_form(scope: Scope<'_, '_>, item: usize, verb: VerbForm, subject: &[usize]) -> Option<bool> {
    let reading = scope.reading;
    let token = &reading.text.tokens[scope.items[item].from];
    let written = token.span.of(reading.text.source);
    if written.chars().nth(1) == Some('\u{64F}') || written.chars().nth(2) == Some('\u{64F}') {
        return Some(true);
    }
    if counts_object(reading, scope.items, scope.clause()) {
        return Some(false);
    }
    if is_hollow_passive(scope, item, verb) || killed_by(scope, item).is_some() && subject.len() < 2 {
        return Some(true);
    }
    // «and did away with a number of snipers»: the preposition names whom the subject killed.
    let on = scope.items.get(item + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::On)) && !n.has_pronoun);
    if on && !subject.is_empty() && scope.trigger_frame(item) == Some(Frame::Harm) {
        return Some(false);
    }
    // «and executed them»: what has an object is done by its subject.
    if scope.items[item].has_pronoun || has_object_behind(scope, item, subject) {
        return Some(false);
    }
    dies_by(scope, item, verb).then_some(true)
}

/// «that seven of X were killed by mines»: do those who are counted before a plural verb die by what stands right behind it,
/// with nobody counted there?
fn dies_by(scope: Scope<'_, '_>, item: usize, verb: VerbForm) -> bool {
    let clause = scope.clause();
    let counts = |i: &Item| matches!(i.what, What::Number(_));
    let by = scope.items.get(item + 1).is_some_and(|n| n.affixes.has(Affixes::BI) && n.actor().is_none());
    verb.is_plural
        && by
        && scope.trigger_frame(item) == Some(Frame::Harm)
        && scope.items[clause.items.start..item].iter().any(counts)
        && !scope.items[item + 1..clause.items.end].iter().any(counts)
}

/// «the operation in which a leader of X was arrested»: does «in it» part a verb in the masculine from one man, with nobody
/// behind whom he could hold?
fn is_held_within(
    scope: Scope<'_, '_>,
    item: usize,
    verb: VerbForm,
    subject: &[usize],
    objects: &[usize],
) -> bool {
    let reading = scope.reading;
    let within = scope.items.get(item + 1).is_some_and(|n| n.has_pronoun && n.prep().is_some());
    let one = |&a: &usize| {
        let hit = &reading.actors[a];
        let head = reading.text.fold_at(hit.tokens.start);
        let behind = hit.tokens.start >= scope.items[item].to;
        let man = hit.is_commander || hit.class == ActorClass::Person || hit.is_common_noun;
        behind && man && !ends_as_persons(head)
    };
    let counted =
        scope.items[item..scope.clause().items.end].iter().any(|n| matches!(n.what, What::Number(_)));
    let single = verb.tense == Tense::Perfect && !verb.is_plural && !verb.is_feminine;
    within && single && objects.is_empty() && !counted && subject.first().is_some_and(one)
}

/// «ten soldiers were captured», «an officer of X was abducted»: those counted, or one man, behind a verb in the masculine
/// with nobody behind whom they could hold; «five were killed and three captured» goes on from such a verb.
fn are_held(scope: Scope<'_, '_>, item: usize, verb: VerbForm, subject: &[usize], objects: &[usize]) -> bool {
    const MANY_OF: char = '\u{648}';
    let reading = scope.reading;
    let single = verb.tense == Tense::Perfect && !verb.is_plural && !verb.is_feminine;
    if !single || !objects.is_empty() {
        return false;
    }
    if let Some(from) = scope.clause().subject_from {
        let before = Scope { c: from, ..scope };
        let harms = |f: &Finite| before.trigger_frame(f.item) == Some(Frame::Harm);
        let told = scope.clauses[from].finite.filter(|f| harms(f) && before.clause().subject_from.is_none());
        let counted = scope.items.get(item + 1).is_some_and(|n| is_count(reading, n));
        let suffer = |f: Finite| is_passive(before, f.item, f.verb, &scope.clauses[from].subject, &[]);
        return counted && told.is_some_and(suffer);
    }
    let Some(&first) = subject.first() else { return false };
    let hit = &reading.actors[first];
    let person = hit.is_common_noun || hit.is_commander || hit.class == ActorClass::Person;
    let man = person && !reading.text.is_definite(hit.tokens.start);
    if !man || hit.tokens.start < scope.items[item].to {
        return false;
    }
    let behind = &scope.items[item + 1..scope.clause().items.end];
    let rest =
        behind.iter().position(|n| n.what == What::Actor(first)).map_or(behind, |at| &behind[at + 1..]);
    let bare =
        |n: &Item| matches!(n.what, What::Word | What::Number(_) | What::Actor(_)) && n.affixes.is_empty();
    let object = |n: &Item| bare(n) && is_accusative(reading, n) && is_somebody(reading, n);
    let ends = rest.first().is_none_or(|n| !bare(n) || n.prep().is_some());
    let head = reading.text.fold_at(hit.tokens.start);
    // «the gunmen of X held three»: the plural before its owner has lost its last letter.
    let one = !ends_as_persons(head) && !head.ends_with(MANY_OF) && ends;
    let counted = behind.first().is_some_and(|n| is_count(reading, n));
    (counted || one) && !rest.iter().any(object)
}

/// «X attacked … and killed twenty soldiers»: whoever attacked in the clause before.
pub(in crate::events) fn doers_before(scope: Scope<'_, '_>, item: usize) -> Option<Vec<usize>> {
    let reading = scope.reading;
    let counts = scope.items.get(item + 1).is_some_and(|i| {
        // «and killed its driver».
        let its = matches!(i.what, What::Word | What::Actor(_)) && ends_in_pronoun(reading, i.from);
        is_count(reading, i) || is_number_of(reading, scope.items, item + 1) || its && i.affixes.is_empty()
    });
    let before = scope.clauses.get(scope.c.checked_sub(1)?)?;
    let attacks = before.finite.and_then(|f| f.trigger).is_some_and(|t| {
        let holds = scope.trigger_frame(item) == Some(Frame::Hold);
        let frame = scope.trigger(t).frame;
        matches!(frame, Frame::Fight | Frame::Enter | Frame::Strike | Frame::Repel | Frame::Hold)
            || holds && frame == Frame::Take
    });
    let armed = |&a: &usize| scope.reading.actors[a].class == ActorClass::Armed;
    let goes_on = counts && attacks && scope.items[item].is_joined();
    let goes_on = goes_on && killed_by(scope, item).is_none() && !is_of_own_day(scope, item);
    (goes_on && before.subject.iter().any(armed)).then(|| before.subject.clone())
}

/// Is it a perfect with a long vowel in its stem, which the passive would change?
pub(in crate::events) fn is_hollow_active(scope: Scope<'_, '_>, item: usize, verb: VerbForm) -> bool {
    const ALEF: char = '\u{627}';
    let fold = scope.reading.text.fold_at(scope.items[item].from);
    let mut back = fold.chars().rev();
    let last = back.next();
    let stem_end = if last == Some('\u{62A}') && verb.is_feminine { back.next() } else { last };
    verb.tense == Tense::Perfect && !verb.is_plural && stem_end.is_some() && back.next() == Some(ALEF)
}

/// «and two soldiers were killed by the fire of what is left of X»: the actor behind «by» and a count, with no more than
/// words between, who kills.
pub(in crate::events) fn killed_by(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const WORDS: usize = 2;
    let end = scope.clause().items.end;
    let counted = scope.items.get(item + 1).is_some_and(|i| is_count(scope.reading, i));
    if !counted {
        return None;
    }
    let by = (item + 1..end).find(|&i| scope.items[i].is_cue(Cue::Prep(Prep::By)))?;
    let plain = scope.items[item + 1..by].iter().all(|i| {
        let named = matches!(i.what, What::Word | What::Number(_) | What::Actor(_));
        let their_death = i.has_pronoun && i.prep().is_none() && i.noun_trigger().is_some();
        named || their_death || i.is_cue(Cue::Prep(Prep::From))
    });
    let at = (by + 1..end.min(by + 2 + WORDS)).find(|&i| scope.items[i].what != What::Word)?;
    scope.items[at].actor().filter(|_| plain && scope.items[at].proclitic().is_none())
}

/// «attacked X, and everybody in it was killed»: a verb that goes on from another's subject, with a noun of its own
/// behind it. Whoever acted before is not the one who suffers, and does it if it was an attack.
pub(in crate::events) fn kills_on(scope: Scope<'_, '_>, item: usize) -> Option<bool> {
    let clause = scope.clause();
    let from = clause.subject_from.filter(|_| scope.items[item].is_joined())?;
    let noun = scope.items.get(item + 1).filter(|n| n.what == What::Word && n.affixes.is_empty())?;
    let adverb = is_accusative(scope.reading, noun);
    let attack = scope.clauses[from].finite.filter(|f| f.trigger.is_some())?;
    (!adverb).then(|| attacks_alike(scope.reading, &scope.clauses[from], attack.verb))
}

/// «the leader in X, Y, was killed», written without a comma: a title and a name, one behind the other, of one side.
pub(in crate::events) fn is_told_twice(
    scope: Scope<'_, '_>,
    item: usize,
    subject: &[usize],
    objects: &[usize],
) -> bool {
    let reading = scope.reading;
    let (&[a], Some(&b)) = (subject, objects.first()) else { return false };
    let person = |x: usize| reading.actors[x].class == ActorClass::Person;
    // «the officer in the forces of X».
    let officer = |x: usize| {
        let hit = &reading.actors[x];
        hit.is_common_noun
            && hit.tokens.len() > 1
            && hit.class == ActorClass::Armed
            && reading.text.is_definite(hit.tokens.start)
    };
    let (Some(first), Some(then)) = (scope.items.get(item + 1), scope.items.get(item + 2)) else {
        return false;
    };
    let faction = |x: usize| reading.actors[x].faction;
    let titled = reading.actors[b].is_common_noun;
    let fits = person(a) || officer(a) && !titled;
    first.what == What::Actor(a)
        && then.what == What::Actor(b)
        && then.affixes.is_empty()
        && fits
        && person(b)
        && faction(a) == faction(b)
}

/// Is it a perfect with the long vowel of the passive in its stem («was assassinated»)?
fn is_hollow_passive(scope: Scope<'_, '_>, item: usize, verb: VerbForm) -> bool {
    const YEH: char = '\u{64A}';
    const SHORTEST: usize = 4;
    let fold = scope.reading.text.fold_at(scope.items[item].from);
    let bare = if scope.items[item].is_joined() { fold.get(2..).unwrap_or(fold) } else { fold };
    let stem = bare.strip_suffix('\u{62A}').filter(|_| verb.is_feminine).unwrap_or(bare);
    let long = stem.chars().count() >= SHORTEST;
    verb.tense == Tense::Perfect && !verb.is_plural && long && stem.chars().rev().nth(1) == Some(YEH)
}

/// «a checkpoint was attacked», «soldiers were besieged»: is it the passive of a verb with a long vowel behind its first
/// letter, with its subject behind it?
pub(in crate::events) fn suffers(
    scope: Scope<'_, '_>,
    item: usize,
    verb: VerbForm,
    subject: &[usize],
) -> bool {
    const WAW: char = '\u{648}';
    /// What opens the fourth and fifth forms, whose second letter belongs to the root.
    const OTHER_FORMS: [char; 2] = ['\u{627}', '\u{62A}'];
    let reading = scope.reading;
    let behind = subject.first().is_some_and(|&a| reading.actors[a].tokens.start > scope.items[item].from);
    let fold = reading.text.fold_at(scope.items[item].from);
    let bare = if scope.items[item].is_joined() { fold.get(2..).unwrap_or(fold) } else { fold };
    let stem = bare.strip_suffix('\u{62A}').filter(|_| verb.is_feminine).unwrap_or(bare);
    let mut letters = stem.chars();
    let (first, second) = (letters.next(), letters.next());
    let other = first.is_none_or(|f| OTHER_FORMS.contains(&f));
    behind && verb.tense == Tense::Perfect && !other && second == Some(WAW) && letters.count() == 2
}

/// Does the item begin with a count («dozens of soldiers», «a number of fighters»)?
pub(super) fn is_count(reading: &Reading<'_>, item: &Item) -> bool {
    let at = reading.numbers.partition_point(|n| n.from < item.from);
    matches!(item.what, What::Number(_))
        || matches!(item.what, What::Actor(_) | What::Word)
            && reading.numbers.get(at).is_some_and(|n| n.from == item.from)
}

/// «gunmen executed the head of X», «fighters of X killed one of the elders»: does somebody definite, or «one of», stand bare
/// behind the plural that follows the verb?
fn does_it_to_one(scope: Scope<'_, '_>, item: usize, subject: usize) -> bool {
    const ONE_OF: [&str; 2] = ["\u{627}\u{62D}\u{62F}", "\u{627}\u{62D}\u{62F}\u{64A}"];
    let reading = scope.reading;
    let behind = &scope.items[item + 1..scope.clause().items.end];
    let Some((first, rest)) = behind.split_first().filter(|(n, _)| n.what == What::Actor(subject)) else {
        return false;
    };
    let gunmen = reading.is_nominative_plural(first.from) && first.to == first.from + 1;
    // «angry young men executed one of».
    let adjective = |n: &&Item| n.what == What::Word && reading.is_nominative_plural(n.from);
    let skipped = rest.iter().take_while(adjective).count();
    let Some(object) = rest.get(skipped).filter(|n| n.affixes.is_empty() || n.affixes == Affixes::AL) else {
        return false;
    };
    let noun = matches!(object.what, What::Word | What::Actor(_));
    let one_of = ONE_OF.contains(&reading.text.fold_at(object.from));
    one_of
        || noun
            && gunmen
            && skipped == 0
            && reading.text.is_definite(object.from)
            && !first.affixes.has(Affixes::AL)
}

/// «X executed 14 soldiers», «X killed two youths»: does an object stand behind the subject, or behind the verb whose
/// subject stands before it?
fn has_object_behind(scope: Scope<'_, '_>, item: usize, subject: &[usize]) -> bool {
    const ACCUSATIVE: char = '\u{627}';
    let reading = scope.reading;
    let items = scope.items;
    let Some(&first) = subject.first() else { return false };
    let hit = &reading.actors[first];
    if does_it_to_one(scope, item, first) {
        return true;
    }
    if hit.class == ActorClass::Civilians || scope.clause().subject_from.is_some() {
        return false;
    }
    let own = |i: &Item| i.what == What::Actor(first);
    let at = match items.get(item + 1) {
        Some(next) if own(next) => item + 2,
        Some(_) if hit.tokens.start < items[item].from => item + 1,
        _ => return false,
    };
    let end = scope.clause().items.end;
    let Some([object, then @ ..]) = items.get(at..end) else { return false };
    let body = !hit.is_common_noun && matches!(hit.class, ActorClass::Armed | ActorClass::State);
    let words = &reading.knowledge.place_words.words;
    let counted = |n: &Item| match n.what {
        What::Word => words.longest_at(&reading.text, n.from).is_none_or(|m| !m.value.kilometres),
        What::Actor(_) => true,
        _ => n.is_cue(Cue::Prep(Prep::From)) && !n.has_pronoun,
    };
    let two = is_oblique(reading, object) && {
        let at = reading.numbers.partition_point(|n| n.from < object.from);
        reading.numbers.get(at).is_some_and(|n| n.low == 2)
    };
    // «the organisation killed the men».
    let collective = body || hit.class == ActorClass::Armed && is_collective(reading, hit.tokens.start);
    if collective
        && object.proclitic().is_none()
        && !object.is_joined()
        && reading.text.is_definite(object.from)
        && is_definite_people(reading, object)
    {
        return true;
    }
    let many = ends_as_persons(reading.text.fold_at(hit.tokens.start));
    // «the organisation executed his brother».
    let kin = object.what == What::Word && ends_in_pronoun(reading, object.from);
    if collective && kin && object.proclitic().is_none() && !object.is_joined() {
        return true;
    }
    match object.what {
        // «sixteen of the troops were killed, and 35 hurt».
        What::Number(_) if object.is_joined() => false,
        What::Number(_) if object.proclitic().is_some() => false,
        What::Number(_) => two || collective && !many || then.first().is_some_and(counted),
        What::Word if object.affixes.is_empty() => {
            let ends = reading.text.fold_at(object.from).ends_with(ACCUSATIVE);
            let one = ends && (body || is_somebody(reading, object));
            one || is_oblique(reading, object)
        }
        _ => false,
    }
}

/// «the organisation», «the army»: does a definite noun that is no plural of persons begin the name at token `at`?
fn is_collective(reading: &Reading<'_>, at: usize) -> bool {
    let words = &reading.knowledge.actors.words;
    let head = words.longest_at(&reading.text, at).and_then(|m| m.value.head);
    let many = head.is_some_and(|h| matches!(h.class, HeadClass::Group | HeadClass::Force) && !h.apart);
    many && reading.text.is_definite(at) && !ends_as_persons(reading.text.fold_at(at))
}

/// «the men», «the captives», «the civilians»: are people meant, of whom whoever kills them is none?
fn is_definite_people(reading: &Reading<'_>, item: &Item) -> bool {
    match item.what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Civilians,
        What::Word => is_somebody(reading, item) || ends_as_persons(reading.text.fold_at(item.from)),
        _ => false,
    }
}

/// Is it a word for a person («a soldier»)?
fn is_somebody(reading: &Reading<'_>, item: &Item) -> bool {
    let toll = reading.knowledge.tolls.lexicon.longest_at(&reading.text, item.from);
    toll.is_some_and(|m| {
        matches!(m.value, TollWord::Civilians | TollWord::Persons | TollWord::Fighters | TollWord::Soldiers)
    })
}

/// Is it a plural or dual in the oblique form, without article?
fn is_oblique(reading: &Reading<'_>, item: &Item) -> bool {
    const ENDING: &str = "\u{64A}\u{646}";
    let word = reading.text.fold_at(item.from);
    word.ends_with(ENDING) && word.chars().count() >= 5 && !reading.text.is_definite(item.from)
}

/// «took X and captured 15 of Y», «attacked X and killed three soldiers»: a verb of killing or holding that goes on. Its
/// form does not agree with the men it counts, or it goes on from an attack in the same form: they are its object.
pub(super) fn goes_on_killing(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], c: usize) -> bool {
    const WOMAN: char = '\u{629}';
    let Some(verb) = clauses[c].finite else { return false };
    let Some((form, verb_form)) = items[verb.item].verb_trigger() else { return false };
    let Some(next) = items.get(verb.item + 1) else { return false };
    let is_he = |n: &Item| {
        !reading.text.tokens[n.from].span.of(reading.text.source).ends_with(WOMAN)
            || ends_in_pronoun(reading, n.from)
    };
    let harms = matches!(reading.frame_of(form), Frame::Harm | Frame::Hold);
    if !harms || !items[verb.item].is_joined() || verb_form.tense != Tense::Perfect || verb_form.is_plural {
        return false;
    }
    // «and led away its director».
    let his = match next.what {
        What::Actor(a) => {
            reading.actors[a].class == ActorClass::Person && next.proclitic().is_none() && is_he(next)
        }
        _ => false,
    };
    if !verb_form.is_feminine {
        let from_attack = c.checked_sub(1).is_some_and(|p| attacks_alike(reading, &clauses[p], verb_form));
        return from_attack && is_count(reading, next);
    }
    let counted = if matches!(next.what, What::Number(_)) { items.get(verb.item + 2) } else { Some(next) };
    his || is_count(reading, next) && counted.is_some_and(|n| !are_women(reading, n))
}

/// Does the clause tell, in the same form of its verb, of an attack by somebody under arms?
fn attacks_alike(reading: &Reading<'_>, clause: &Clause, form: VerbForm) -> bool {
    let attack = clause.finite.filter(|f| {
        f.trigger.is_some_and(|t| {
            let frame = reading.frame_of(t);
            matches!(
                frame,
                Frame::Fight | Frame::Enter | Frame::Strike | Frame::Repel | Frame::Harm | Frame::Hold
            )
        })
    });
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    attack.is_some_and(|f| (f.verb.is_feminine, f.verb.is_plural) == (form.is_feminine, form.is_plural))
        && clause.subject.iter().any(armed)
}
