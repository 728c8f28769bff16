//! Formal statements: what a named actor says, when it is news of its own.

use super::attributed::quoted;
use super::goes_on_saying::{calls_on_them, goes_on_to};
use super::issued::issuer_of_act;
use super::source_behind::is_source_behind;
use super::standing::is_standing;
use super::told_already::is_of_what_was_told;
use super::told_officially::is_told_officially;
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::acts::told::is_told;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::contents::meets_then;
use crate::events::clauses::item::{Item, What};
use crate::events::days::asked::withholds;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::scenes::land_spoken_of::land_spoken_of;
use crate::events::scenes::speech_place::rostrum;
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::inflect::Tense;
use crate::text::{BEFORE, is_quote};

/// The statements of a sentence whose content gave no event of its own.
pub(in crate::events) fn statements(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    drafts: &[Draft],
    sentence: usize,
) -> Vec<Draft> {
    let mut out = Vec::new();
    for (c, clause) in scope.clauses.iter().enumerate() {
        let Some(speech) = clause.speech().filter(|s| *s != Speech::More) else { continue };
        let quoted = quoted(scope.items, clause);
        if speech == Speech::Tell && quoted.is_none() && !is_told_officially(scope, c) {
            continue;
        }
        let answers = answers_what_was_told(scope, clause, speech);
        let in_it = speaks_in_it(scope, clause);
        let head = speaks_on(scope, c, speech).or_else(|| issuer_of_act(scope, clause, speech));
        let relative = clause.opener == Opener::Relative && !answers && head.is_none();
        let anew =
            in_it || speaks_anew(scope, clause, speech) || goes_on_to(scope, c, speech, (drafts, &out));
        if (clause.subject_from.is_some() && !anew && head.is_none())
            || relative
            || (contents[c].is_some() && !answers)
        {
            continue;
        }
        let perfect = clause.finite.is_some_and(|f| f.verb.tense == Tense::Perfect);
        // Whoever accuses acts in words, also a body that holds no ground.
        let acts = speech == Speech::Accuse || speech == Speech::Announce && announces_own(scope, clause);
        let as_one = if acts && perfect { Speech::Demand } else { speech };
        let writer = if in_it && clause.subject.is_empty() { writer_before(scope, clause) } else { head };
        let subject = writer.as_ref().map_or(clause.subject.as_slice(), std::slice::from_ref);
        let speakers = speakers(scope.reading, quoted.as_slice(), subject, as_one);
        let is_comment = scope.items[clause.items.clone()].iter().any(|i| i.is_cue(Cue::Commentator));
        let goes_on = anew && clause.subject_from.is_some() && calls_on_them(scope, clause, speech);
        let placed = goes_on
            || answers
            || in_it
            || head.is_some()
            || quoted.is_some()
            || is_next_to_verb(scope, clause);
        if is_comment || !placed {
            continue;
        }
        let told = drafts.iter().any(|d| {
            (d.stance.content_of == Some(c) || d.clause == c)
                && d.kind != EventKind::Statement
                && d.stance.modality != Modality::Denied
                && !is_spoken_of(scope, clause, d)
                && !is_of_others(d, speech)
                && !is_beside_words(scope, c, speech, d)
                && !is_occasion(scope, c, d)
                && (speech != Speech::Demand
                    || d.stance.modality != Modality::Planned
                    || d.stance.is_scheduled)
                && is_told(d)
        });
        if speakers.is_empty() || told {
            continue;
        }
        if is_attributive(scope, clause)
            || has_negated_verb(scope, clause)
            || is_of_what_was_told(scope, c, speech)
            || withholds(scope, clause)
            || is_standing(scope, clause, speech)
            || is_source_behind(scope, clause)
        {
            continue;
        }
        out.push(statement(scope, c, speech, speakers, sentence));
    }
    out
}

/// «a tweet of X in which he threatened»: a noun of speech before the verb, which the word behind it points back to.
fn speaks_in_it(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    const REACH: usize = 8;
    let Some(verb) = clause.finite.filter(|f| f.verb.tense == Tense::Perfect).map(|f| f.item) else {
        return false;
    };
    let in_it = scope
        .items
        .get(verb + 1)
        .is_some_and(|n| n.is_cue(Cue::There) || n.has_pronoun && n.prep().is_some());
    let noun = |i: &Item| i.is_cue(Cue::SpeechNoun);
    in_it && !scope.items[verb].is_joined() && scope.items[verb.saturating_sub(REACH)..verb].iter().any(noun)
}

/// «according to X, who called on Y to»: what the one named right before a relative clause did in words, with no object
/// that was named before, and no other statement of theirs.
fn speaks_on(scope: Scope<'_, '_>, c: usize, speech: Speech) -> Option<usize> {
    let clause = &scope.clauses[c];
    let verb = clause.finite.filter(|f| f.verb.tense == Tense::Perfect)?.item;
    let says = || scope.clauses.get(c + 1).is_some_and(|n| n.opener == Opener::That);
    let acts = match speech {
        Speech::Demand | Speech::Threaten | Speech::Accuse | Speech::Deny => true,
        Speech::Say => says(),
        _ => false,
    };
    let start = clause.items.start;
    let comma = |i: usize| matches!(scope.items[i].what, What::Comma | What::Quote);
    let head = (0..start).rev().find(|&i| !comma(i)).and_then(|i| scope.items[i].actor())?;
    let hit = &scope.reading.actors[head];
    let neutral = hit.faction.is_some_and(|f| !scope.reading.knowledge.conflict.faction(f).holds_ground);
    let speaks = matches!(hit.class, ActorClass::Person | ActorClass::State)
        || neutral && hit.class == ActorClass::Armed;
    // «whose fall Y denied»: with its own subject behind it.
    let form = clause.finite?.verb;
    let speaks = speaks && (!hit.is_land || form.is_feminine);
    let next = scope.items.get(verb + 1).and_then(Item::actor).map(|a| &scope.reading.actors[a]);
    let masculine = &scope.reading.knowledge.status.masculine;
    let own = next.is_some_and(|n| {
        let is_he = masculine.longest_at(&scope.reading.text, n.tokens.start).is_some();
        n.class != ActorClass::State || form.is_feminine != is_he
    });
    if own {
        return None;
    }
    // «which Y called for»: another's words, of what was named before.
    let it = scope.items.get(verb + 1).is_some_and(|n| n.is_cue(Cue::There));
    let object = scope.items[verb].has_pronoun || it;
    (clause.opener == Opener::Relative && acts && speaks && !object && verb <= start + 1).then_some(head)
}

/// «after a tweet of X in which he threatened»: whose words they are, named before the verb.
fn writer_before(scope: Scope<'_, '_>, clause: &Clause) -> Option<usize> {
    const REACH: usize = 10;
    let verb = clause.finite?.item;
    scope.items[verb.saturating_sub(REACH)..verb].iter().rev().find_map(Item::actor)
}

/// «X announced the suspension of its work»: right behind the speaker, a verbal noun of what is the speaker's own.
fn announces_own(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    const REACH: usize = 3;
    let Some(verb) = clause.finite.map(|f| f.item) else { return false };
    let named = |i: &&Item| matches!(i.what, What::Actor(_) | What::Date(_) | What::Comma);
    let rest = scope.items[verb + 1..clause.items.end].iter().skip_while(named);
    let mut near = rest.take(REACH).take_while(|i| matches!(i.what, What::Word | What::Known));
    near.any(|i| ends_in_pronoun(scope.reading, i.from) && i.prep().is_none())
}

/// «the first operation that X orders»: an imperfect with a pronoun of the noun before it only says of what sort that is.
fn is_attributive(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let Some(verb) = clause.finite.filter(|f| f.verb.tense == Tense::Imperfect) else { return false };
    let of_noun = verb.item.checked_sub(1).is_some_and(|j| scope.items[j].what == What::Word);
    let of_it = scope.items.get(verb.item + 1).is_some_and(|n| n.is_cue(Cue::There));
    of_noun && of_it && !scope.items[verb.item].is_joined()
}

/// «X visited Y and vowed to», «as for X, he said»: who speaks is named with a verb of no speech, or with none.
fn speaks_anew(scope: Scope<'_, '_>, clause: &Clause, speech: Speech) -> bool {
    let Some(from) = clause.subject_from.and_then(|s| scope.clauses.get(s)) else { return false };
    if from.finite.is_none() {
        return true;
    }
    let acts = !matches!(speech, Speech::Say | Speech::Tell | Speech::More | Speech::Accuse);
    let verb = clause.finite.filter(|f| f.trigger.is_none()).map(|f| f.item);
    let speaker = clause.subject.last().map(|&a| scope.reading.actors[a].tokens.end);
    let (Some(verb), Some(speaker)) = (verb, speaker) else { return false };
    // The name of who holds the office stands right behind it.
    // «received a delegation of X, and called for»: who stands behind a preposition did not.
    let governed = |i: usize| {
        let prep =
            |n: &Item| n.prep().is_some() || matches!(n.what, What::Known) && n.is_cue(Cue::Prep(Prep::From));
        scope.items[i].proclitic().is_some() || i.checked_sub(1).is_some_and(|j| prep(&scope.items[j]))
    };
    let other = |i: usize| {
        let item = &scope.items[i];
        matches!(item.what, What::Actor(_)) && item.from > speaker && !governed(i)
    };
    let joined = clause.opener == Opener::Joined && scope.items[verb].is_joined();
    acts && joined && from.subject_from.is_none() && from.speech().is_none() && !(0..verb).any(other)
}

/// «has nothing to do with the attack», «said, during his meeting with»: what was told before, and a meeting
/// at which something is said, are not what is said.
fn is_spoken_of(scope: Scope<'_, '_>, clause: &Clause, draft: &Draft) -> bool {
    let told_before = draft.is_noun
        && draft.is_definite
        && draft.frame != Frame::Deal
        && draft.places.is_empty()
        && draft.tolls.is_empty();
    let during = draft.frame == Frame::Meet && draft.is_noun && {
        let at = scope.items[clause.items.clone()].iter().position(|i| i.from == draft.trigger.0);
        let before = at.and_then(|n| (clause.items.start + n).checked_sub(1));
        before.is_some_and(|b| {
            scope.items[b].is_cue(Cue::Prep(Prep::About)) || scope.items[b].is_cue(Cue::After)
        })
    };
    told_before || during
}

/// «…, which the government denied»: a denial or refusal of what was told, with its speaker after the verb.
fn answers_what_was_told(scope: Scope<'_, '_>, clause: &Clause, speech: Speech) -> bool {
    // «which X describes as»: what somebody always says.
    let told = matches!(speech, Speech::Deny | Speech::Demand);
    // «which X denies».
    let tells = |t: Tense| t == Tense::Perfect || speech == Speech::Deny;
    let Some(verb) = clause.finite.filter(|f| told && tells(f.verb.tense)) else { return false };
    let follows = clause.subject.first().is_some_and(|&a| {
        let start = scope.reading.actors[a].tokens.start;
        let mut between = scope.items[verb.item + 1..].iter().take_while(|i| i.from < start);
        let near = start <= scope.items[verb.item].to + 1;
        start >= scope.items[verb.item].to && (near || between.all(|i| i.is_cue(Cue::Skip)))
    });
    scope.items[verb.item].has_pronoun && follows && clause.subject_from.is_none()
}

/// Does the speaker stand right beside the verb of speech? Else the verb has another subject.
fn is_next_to_verb(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let Some(verb) = clause.finite else { return false };
    let Some(&speaker) = clause.subject.first() else { return false };
    let tokens = &scope.reading.actors[speaker].tokens;
    let item = verb.item;
    let verb = &scope.items[item];
    let quoted = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::According));
    if verb.has_pronoun || quoted {
        return false;
    }
    // A person's title may stand between («the head of the council, X»).
    let title = |i: &&Item| i.from >= verb.to && i.to <= tokens.start;
    let named = scope.reading.actors[speaker].class == ActorClass::Person
        && scope.items[item..].iter().filter(title).all(|i| matches!(i.what, What::Word | What::Actor(_)));
    // «eight European states called», «each of X and Y called».
    let before = scope.items[item + 1..].iter().take_while(|i| i.from < tokens.start);
    // «Britain denounced it», with the pronoun on a preposition; «refused at once», «called yesterday».
    let passed = |i: &Item| {
        matches!(i.what, What::Number(_) | What::Date(_)) || i.is_cue(Cue::There) || i.is_cue(Cue::Skip)
    };
    let counted = (1..=2).contains(&before.clone().count()) && before.clone().all(passed);
    let each = before.clone().count() == 2 && before.last().is_some_and(|i| i.is_cue(Cue::Prep(Prep::From)));
    tokens.end <= verb.from
        || tokens.start <= verb.to + 1
        || named
        || counted
        || each
        || is_apposed(scope, item, speaker)
}

/// «called X Y, the envoy of Z, for»: a name that no list knows, of two words or more, and behind a comma its office.
fn is_apposed(scope: Scope<'_, '_>, verb: usize, speaker: usize) -> bool {
    let hit = &scope.reading.actors[speaker];
    let between = scope.items[verb + 1..].iter().take_while(|i| i.from < hit.tokens.start);
    let n_words = between.clone().filter(|i| i.what == What::Word).count();
    let (n_commas, n) = (between.clone().filter(|i| i.what == What::Comma).count(), between.count());
    let office = matches!(hit.class, ActorClass::State | ActorClass::Person) && !hit.is_land;
    office && (2..=4).contains(&n_words) && n_commas == 1 && n == n_words + 1
}

/// «accused X of Y, adding that it had taken Z»: what is told behind a participle of speech is not what was said first.
fn is_beside_words(scope: Scope<'_, '_>, c: usize, speech: Speech, draft: &Draft) -> bool {
    let acts = matches!(speech, Speech::Demand | Speech::Threaten | Speech::Accuse | Speech::Deny);
    let between = scope.clauses.get(c + 1..=draft.clause).unwrap_or_default();
    let anew = between.iter().any(|b| scope.items[b.items.start].is_cue(Cue::Saying));
    acts && anew || draft.is_relative && draft.stance.content_of.is_none()
}

/// «stressed, at a meeting in X, the need of»: where it was said, and not what.
fn is_occasion(scope: Scope<'_, '_>, c: usize, draft: &Draft) -> bool {
    let at = scope.reading.follows_cue(draft.trigger.0, Cue::Prep(Prep::At));
    // A call to somebody, or a meeting with somebody, is the news.
    let alone = !draft.is_with_someone && draft.others.is_empty() && draft.targets.is_empty();
    let met = draft.frame == Frame::Meet && at && alone;
    draft.clause == c && draft.is_noun && (met || is_called_forth(scope, c, draft))
}

/// «called for restraint after the clashes in X», «warned of hunger because of the siege»: what the words come after, when
/// they are told before it.
fn is_called_forth(scope: Scope<'_, '_>, c: usize, draft: &Draft) -> bool {
    const WORDS: usize = 2;
    let clause = &scope.clauses[c];
    let Some(verb) = clause.finite.map(|f| f.item) else { return false };
    let at = scope.items.partition_point(|i| i.from < draft.trigger.0);
    let after = at.checked_sub(1).filter(|&j| j > verb && scope.items[j].is_cue(Cue::After));
    let said = |i: &&Item| matches!(i.what, What::Word | What::Known);
    after.is_some_and(|j| scope.items[verb + 1..j].iter().filter(said).count() >= WORDS)
}

/// «condemned the attack on X», «vowed an answer after the killing of X»: another's act, which is not what is said.
fn is_of_others(draft: &Draft, speech: Speech) -> bool {
    let judged = matches!(speech, Speech::Demand | Speech::Threaten);
    !draft.not_by.is_empty() && (judged || draft.stance.attribution.is_none())
}

fn has_negated_verb(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let rules_out = &scope.reading.knowledge.triggers.lists.rules_out;
    let rules = |at: usize| rules_out.longest_at(&scope.reading.text, scope.items[at].from).is_some();
    clause
        .finite
        .filter(|f| !rules(f.item))
        .and_then(|f| f.item.checked_sub(1))
        .is_some_and(|i| i >= clause.items.start && scope.items[i].is_cue(Cue::Negation))
}

/// Is it the mouth of a side that can hold ground, such as a state's news agency?
fn speaks_for_a_side(reading: &Reading<'_>, actor: usize) -> bool {
    let faction = reading.actors[actor].faction;
    faction.is_some_and(|f| reading.knowledge.conflict.faction(f).holds_ground)
}

/// Those quoted, or else of the subject, who speak for a side.
pub(super) fn speakers(reading: &Reading<'_>, quoted: &[usize], subject: &[usize], speech: Speech) -> Actors {
    // Who demands, threatens or denies is no mere source of news.
    let acts = matches!(speech, Speech::Demand | Speech::Threaten | Speech::Deny);
    let named = if quoted.is_empty() { subject } else { quoted };
    named
        .iter()
        .copied()
        .filter(|&a| {
            let hit = &reading.actors[a];
            let speaks = match hit.class {
                ActorClass::Civilians => false,
                ActorClass::Source => acts || speaks_for_a_side(reading, a),
                _ => hit.faction.is_some(),
            };
            // «the chief of staff General X»: the name stands right behind the office.
            // «the leader of "X" Y»: the mark that closes the name of X may stand between.
            let end = hit.tokens.end;
            let closes = reading.text.tokens.get(end).is_some_and(|t| is_quote(reading.text.fold_of(t)));
            let mark = end + usize::from(closes);
            let named = reading.actors.get(a + 1).is_some_and(|next| {
                (next.tokens.start == end || next.tokens.start == mark) && next.class == ActorClass::Person
            });
            // «the factions refused», «the commander of the Guard threatened»: whole, and no two officers.
            let (first, last) = (hit.tokens.start, hit.tokens.end - 1);
            let whole = (acts || speech == Speech::Announce)
                && (reading.text.is_definite(first) || reading.text.is_definite(last));
            // «local factions threatened to»: told apart by a word more.
            let acts_out = matches!(speech, Speech::Demand | Speech::Threaten | Speech::Accuse);
            let told_apart = acts_out && hit.class == ActorClass::Armed && hit.tokens.len() > 1;
            speaks && (!hit.is_anonymous || named || whole || told_apart || speech == Speech::Deny)
        })
        .collect()
}

fn statement(scope: Scope<'_, '_>, c: usize, speech: Speech, speakers: Actors, sentence: usize) -> Draft {
    let clause = &scope.clauses[c];
    let verb = clause.finite.map_or(clause.items.start, |f| f.item);
    let first = speakers.iter().map(|&a| scope.reading.actors[a].tokens.start).min().unwrap_or(0);
    let acted = clause.subject_from.is_some_and(|s| scope.clauses[s].finite.is_some());
    let from = if acted { scope.items[verb].from } else { scope.items[verb].from.min(first) };
    let end = content_end(scope, c);
    let (t0, t1) = (scope.items[verb].from, scope.items[verb].to);
    let mut draft = Draft::empty(EventKind::Statement, Frame::Deal, sentence, (t0, t1));
    draft.clause = c;
    draft.quote = (from, end);
    draft.initiators = speakers;
    draft.is_carried = true;
    let named = rostrum(scope, c).or_else(|| site_in(scope, c));
    draft.places.extend(named.or_else(|| land_spoken_of(scope, c, speech, content_end(scope, c))));
    draft.why.push(format!("speech act: {speech:?}").to_lowercase());
    draft
}

/// The first place in the words of the speech: a site, else an area; a whole country says nothing.
fn site_in(scope: Scope<'_, '_>, c: usize) -> Option<usize> {
    let from = scope.clauses[c].finite.map_or(0, |f| f.item + 1);
    // «laid the advance on X to the weakness of Y»: an opinion about it.
    let explains = &scope.reading.knowledge.triggers.lists.explains;
    let verb = from.checked_sub(1).map(|v| scope.items[v].from);
    if verb.is_some_and(|v| explains.longest_at(&scope.reading.text, v).is_some()) {
        return None;
    }
    // «…, saying that X»: what is told there is told anew.
    let anew = scope.clauses[c + 1..].iter().map(|n| &scope.items[n.items.start]);
    let anew = anew.filter(|i| i.is_cue(Cue::Saying)).map(|i| i.from).next();
    let to = content_end(scope, c).min(anew.unwrap_or(usize::MAX));
    // «the embassy in X»: where the speaker sits is not what is spoken of; «the civilians in X», «the gunmen in X» is.
    let sits = |i: &Item| {
        let class = i.actor().map(|a| scope.reading.actors[a].class);
        class.is_some_and(|c| !matches!(c, ActorClass::Civilians | ActorClass::Armed))
    };
    let seat = |at: usize| {
        let before = at.checked_sub(2).map(|b| &scope.items[b..at]);
        before.is_some_and(|b| sits(&b[0]) && b[1].is_cue(Cue::Prep(Prep::At)))
    };
    // «they hold X answerable», «at the request of X»: a capital that no word puts there is its government.
    let governs = |at: usize| {
        let What::Place(p) = scope.items[at].what else { return false };
        let capitals = &scope.reading.knowledge.place_words.capitals;
        let before = at.checked_sub(1).and_then(|b| scope.items[b].prep());
        let put = |p: Prep| matches!(p, Prep::At | Prep::On | Prep::From);
        let lies = scope.items[at].proclitic().or(before).is_some_and(put);
        scope.reading.places[p].place.is_some_and(|p| capitals.contains(&p)) && !lies
    };
    // «suspended its part in the talks of X»: the name of the talks.
    let names_talks = |at: usize| {
        let meets = |i: &Item| i.noun_trigger().is_some_and(|t| scope.reading.frame_of(t) == Frame::Meet);
        let bare = scope.items[at].prep().is_none() && scope.items[at].proclitic().is_none();
        bare && at.checked_sub(1).is_some_and(|b| meets(&scope.items[b]))
    };
    let inside = scope.items.iter().enumerate().skip(from).take_while(|(_, i)| i.from < to);
    let named = inside.filter_map(|(at, i)| match i.what {
        What::Place(p) if scope.reading.places[p].kind != PlaceKind::Country => Some((at, p)),
        _ => None,
    });
    let lies_there = |at: usize| {
        !is_told_aside(scope, at) && !is_likened(scope, at) && !seat(at) && !governs(at) && !names_talks(at)
    };
    let named = named.filter(|(at, _)| lies_there(*at)).map(|(_, p)| p);
    let is_site = |&p: &usize| !scope.reading.places[p].kind.is_area();
    named.clone().find(is_site).or_else(|| named.clone().next())
}

/// «from becoming a second X»: does the place at item `at` only say what another is like?
fn is_likened(scope: Scope<'_, '_>, at: usize) -> bool {
    let likes = &scope.reading.knowledge.triggers.lists.likes;
    let next = scope.items.get(at + 1).map(|n| n.from);
    next.is_some_and(|n| {
        !scope.reading.text.is_definite(n) && likes.longest_at(&scope.reading.text, n).is_some()
    })
}

/// «X, who visited Y», «before they met in Y»: does the clause of item `at` tell of somebody's doings, aside from what is
/// said?
fn is_told_aside(scope: Scope<'_, '_>, at: usize) -> bool {
    let Some(clause) = scope.clauses.iter().find(|c| c.items.contains(&at)) else { return false };
    let start = clause.items.start;
    let person = |i: usize| {
        scope.items[i].actor().is_some_and(|a| scope.reading.actors[a].class == ActorClass::Person)
    };
    let before = (0..start).rev().find(|&i| !matches!(scope.items[i].what, What::Comma | What::Quote));
    match clause.opener {
        Opener::Relative => before.is_some_and(person),
        Opener::Subordinate => scope.reading.text.fold_at(scope.items[start].from) == BEFORE,
        _ => false,
    }
}

/// Where the words of the speech end: with the sentence, or before a clause that leaves them.
pub(super) fn content_end(scope: Scope<'_, '_>, c: usize) -> usize {
    // «X condemned the attack, and Y called for …»: another's words or deeds, told with a verb of their own.
    let of_another = |i: usize| {
        let clause = &scope.clauses[i];
        let own =
            clause.subject_from.is_none() && clause.finite.is_some_and(|f| f.item == clause.items.start);
        let names = !clause.subject.is_empty();
        matches!(clause.opener, Opener::Joined) && own && names
    };
    let last = (c + 1..scope.clauses.len())
        .take_while(|&i| !scope.items[scope.clauses[i].items.start].is_cue(Cue::Contrast) && !of_another(i))
        .take_while(|&i| !meets_then(scope.reading, scope.items, scope.clauses, i))
        .last()
        .unwrap_or(c);
    let mut end = scope.clauses[last].items.end;
    while end > scope.clauses[c].items.start + 1
        && matches!(scope.items[end - 1].what, What::Stop | What::Comma)
    {
        end -= 1;
    }
    scope.items[end - 1].to
}
