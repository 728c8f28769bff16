//! What an attack is made with: aircraft, drones, rockets, named by an adjective, a count or the noun that it is told by.

use super::carried::is_flown_out;
use super::draft::{Draft, Scope};
use super::from_air::goes_on_flying;
use super::plane_hit::is_of_base;
use super::shot_at::shoot_at;
use super::spot::is_with;
use super::stormed::storm_offices;
use super::under_fire::{is_civil, is_of_force};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, TollWho};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::{Affixes, TokenKind};

/// «its rocket attacks», «an attack of X with three drones»: an adjective right behind the noun, or what stands behind
/// «with», says what the attack is made with.
pub(in crate::events) fn bomb(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Fight || !draft.is_noun || draft.names_thing && !is_operation(scope, item) {
        return;
    }
    // «a series of attacks and suicide bombings».
    let next = scope.items.get(item + 1).filter(|n| n.is_joined());
    let told = next.and_then(Item::noun_trigger).map(|t| scope.trigger(t));
    let kills = told.is_some_and(|t| t.kind == "attack" && t.frame == Frame::Strike);
    let kills = kills && draft.initiators.len() + draft.others.len() < 2;
    let kind = kills.then_some(EventKind::Attack).filter(|_| draft.kind == EventKind::Clash);
    if let Some(kind) = kind.or_else(|| weapon_of(scope, item, draft)) {
        (draft.kind, draft.frame) = (kind, Frame::Strike);
    }
}

/// «an operation of war», «a sudden attack»: does a noun of an attack or operation open the words at item `item`, which
/// say no more than of what sort it is?
fn is_operation(scope: Scope<'_, '_>, item: usize) -> bool {
    let (text, triggers) = (&scope.reading.text, &scope.reading.knowledge.triggers);
    let at = scope.items[item].from;
    triggers.lists.operations.longest_at(text, at).is_some()
        || triggers.lists.assaults.longest_at(text, at).is_some()
}

/// The kind that the words behind the noun of an attack make of it.
fn weapon_of(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<EventKind> {
    const REACH: usize = 4;
    let (text, triggers) = (&scope.reading.text, &scope.reading.knowledge.triggers);
    let air = |at: usize| triggers.lists.air.longest_at(text, at).is_some();
    let next = scope.items.get(item + 1)?;
    if next.what == What::Word {
        if triggers.lists.shells.longest_at(text, next.from).is_some() {
            return Some(EventKind::Shelling);
        }
        if air(next.from) {
            return Some(EventKind::AirStrike);
        }
    }
    // «the warplanes launched an attack on X».
    let assault = triggers.lists.assaults.longest_at(text, scope.items[item].from).is_some();
    if (assault || is_operation(scope, item)) && (is_flown(scope.reading, draft) || is_flown_out(scope, item))
    {
        return Some(EventKind::AirStrike);
    }
    let end = scope.window_end(item).min(item + 1 + REACH);
    let plain = |i: &usize| matches!(scope.items[*i].what, What::Word | What::Actor(_) | What::Number(_));
    let with = (item + 1..end).take_while(plain).find(|&i| is_with(scope.reading, &scope.items[i]))?;
    let counted = matches!(scope.items[with].what, What::Number(_));
    let named = |i: usize| scope.items.get(i).is_some_and(|n| air(n.from));
    let fired = |i: usize| {
        let is_fired = |n: &Item| triggers.lists.missiles.longest_at(text, n.from).is_some();
        scope.items.get(i).is_some_and(is_fired)
    };
    let made_with = |is: &dyn Fn(usize) -> bool| is(with) || counted && is(with + 1);
    let shells = || (draft.names_thing && made_with(&fired)).then_some(EventKind::Shelling);
    made_with(&named).then_some(EventKind::AirStrike).or_else(shells)
}

/// «strikes hit …», «hit … with car bombs»: the noun that is the verb's subject or instrument names the kind.
pub(super) fn kind_of_subject(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Strike {
        return;
    }
    if draft.kind == EventKind::AirStrike && !draft.is_noun && are_men(scope, draft) {
        (draft.kind, draft.frame) = (EventKind::Clash, Frame::Fight);
        draft.why.push("men on the ground raid".into());
        return;
    }
    let flew = draft.kind == EventKind::Shelling && !draft.is_noun && goes_on_flying(scope, item);
    if flew && !is_by_guns(scope, item, draft) {
        draft.kind = EventKind::AirStrike;
        return;
    }
    let end = scope.clause().items.end;
    let with = |i: &usize| {
        let by = scope.items[*i].affixes.has(Affixes::BI) || is_with(scope.reading, &scope.items[i - 1]);
        by && scope.items[*i].noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike)
    };
    let instrument = (item + 1..end).find(with);
    let next = instrument.unwrap_or_else(|| noun_behind(scope.reading, scope.items, item));
    // «six Israeli raids hit X»: whose they are.
    let owner = scope.items.get(next + 1).filter(|n| n.affixes.is_empty() && instrument.is_none());
    let owner = owner.and_then(Item::actor).filter(|_| next > item + 1 && draft.initiators.is_empty());
    draft.initiators.extend(owner.filter(|&a| scope.reading.actors[a].class != ActorClass::Civilians));
    let Some(next) = scope.items.get(next) else { return };
    // «a suicide bomber hit a checkpoint».
    let murders = &scope.reading.knowledge.triggers.lists.murders;
    let murderer = matches!(next.what, What::Word | What::Actor(_))
        && murders.longest_at(&scope.reading.text, next.from).is_some();
    if murderer && instrument.is_none() && next.affixes.is_empty() {
        draft.kind = EventKind::Attack;
        return;
    }
    let Some(trigger) = next.noun_trigger().map(|t| scope.trigger(t)) else { return };
    // «an attack with three drones hit X».
    let weapon = if trigger.frame == Frame::Fight { weapon_of(scope, item + 1, draft) } else { None };
    let attacks = trigger.frame == Frame::Fight && instrument.is_none();
    let own = || EventKind::from_word(&trigger.kind).filter(|_| trigger.frame == Frame::Strike || attacks);
    draft.kind = weapon.or_else(own).unwrap_or(draft.kind);
}

/// «five raids hit X», «a series of raids hit X»: where the noun behind the verb at item `verb` stands, past its count.
pub(super) fn noun_behind(reading: &Reading<'_>, items: &[Item], verb: usize) -> usize {
    let series = &reading.knowledge.triggers.lists.series;
    let counts = |n: &Item| {
        let counted = match n.what {
            What::Number(_) => true,
            What::Word | What::Known => series.longest_at(&reading.text, n.from).is_some(),
            _ => false,
        };
        counted && n.proclitic().is_none() && !n.is_joined()
    };
    let strikes = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike);
    let counted = items.get(verb + 1).is_some_and(counts) && items.get(verb + 2).is_some_and(strikes);
    verb + 1 + usize::from(counted)
}

/// «gunmen raided a village»: are those who raid men, told by a word in the plural of persons, and no planes?
fn are_men(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    const MEN: [&str; 4] = ["\u{648}\u{646}", "\u{64A}\u{646}", "\u{648}", "\u{64A}"];
    let reading = scope.reading;
    let men = |&a: &usize| {
        let hit = &reading.actors[a];
        let word = reading.text.fold_at(hit.tokens.start);
        let air = |t: usize| reading.knowledge.triggers.lists.air.longest_at(&reading.text, t).is_some();
        hit.is_common_noun && MEN.iter().any(|end| word.ends_with(end)) && !hit.tokens.clone().any(air)
    };
    !draft.initiators.is_empty() && draft.initiators.iter().all(men)
}

/// «opened fire on a young man»: shooting at persons who do not fight is no clash.
pub(super) fn shoot(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 4;
    const AT_HIM: &str = "\u{639}\u{644}\u{64a}\u{647}";
    shoot_at(scope, item, draft);
    let shots = &scope.reading.knowledge.triggers.lists.shots;
    let fires = || draft.is_noun && shots.longest_at(&scope.reading.text, scope.items[item].from).is_some();
    let at_all = draft.frame == Frame::Strike || draft.frame == Frame::Fight && fires();
    if !at_all || draft.kind != EventKind::Clash {
        return;
    }
    // «the assassination of an officer with shots at his car».
    let murders = &scope.reading.knowledge.triggers.lists.murders;
    let murdered = |i: &Item| murders.longest_at(&scope.reading.text, i.from).is_some();
    let with_it = draft.is_noun && scope.items[item].affixes.has(Affixes::BI);
    if with_it && scope.items[scope.clause().items.start..item].iter().any(murdered) {
        draft.kind = EventKind::Attack;
        return;
    }
    let behind = &scope.items[item + 1..scope.window_end(item)];
    // «a young man died of shots at him by X»: who was shot at is named before.
    if behind.first().is_some_and(|i| scope.reading.text.fold_at(i.from).starts_with(AT_HIM)) {
        let before = &scope.items[scope.clause().items.start..item];
        let person = |i: &Item| is_unarmed(scope.reading, i) || is_civil(scope.reading, i);
        if before.iter().any(person) && !before.iter().any(|i| is_of_force(scope.reading, i)) {
            draft.kind = EventKind::Attack;
            return;
        }
    }
    let Some(on) = behind.iter().position(|i| i.is_cue(Cue::Prep(Prep::On))) else { return };
    let counted = |i: &&Item| matches!(i.what, What::Number(_));
    let shot = behind[on + 1..].iter().take(REACH).find(|i| !counted(i));
    // «shots at an ambulance».
    let on_civil = || {
        let near = behind[on + 1..].iter().take(REACH);
        shot.is_some_and(|i| is_civil(scope.reading, i))
            && !near.into_iter().any(|i| is_of_force(scope.reading, i))
    };
    if shot.is_some_and(|i| is_unarmed(scope.reading, i)) || on_civil() {
        draft.kind = EventKind::Attack;
        return;
    }
    let first = behind[on + 1..].iter().position(|i| !counted(&i)).map_or(behind.len(), |n| on + 1 + n);
    let object = &behind[first.min(behind.len())..];
    let reading = scope.reading;
    let known = |&a: &usize| !reading.actors[a].is_anonymous && !reading.actors[a].is_common_noun;
    // «unknown gunmen opened fire on a patrol»: who hides his name fights no battle.
    let position = |i: &Item| i.is_cue(Cue::VaguePlace);
    let strangers = !draft.is_noun && draft.initiators.is_empty() && !object.iter().take(REACH).any(position);
    if !draft.initiators.iter().any(known) && (strangers || is_private(reading, object)) {
        draft.kind = EventKind::Attack;
    }
}

/// «fire on the car of an activist», «on a member of the council»: is what was shot at, told by the first of the items,
/// nothing of a force and no position?
fn is_private(reading: &Reading<'_>, object: &[Item]) -> bool {
    const REACH: usize = 3;
    let triggers = &reading.knowledge.triggers;
    let armed = |i: &Item| {
        if let What::Actor(a) = i.what {
            return reading.actors[a].class == ActorClass::Armed;
        }
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i.from).map(|m| *m.value);
        let fights = matches!(word, Some(TollWord::Soldiers | TollWord::Fighters));
        fights
            || i.is_cue(Cue::VaguePlace)
            || triggers.lists.columns.longest_at(&reading.text, i.from).is_some()
    };
    let ends = |i: &&Item| !matches!(i.what, What::Comma | What::Stop);
    let named = matches!(object.first().map(|i| &i.what), Some(What::Word | What::Known | What::Actor(_)));
    named && !object.iter().take(REACH).take_while(ends).any(armed)
}

/// «was hurt by the bullets of unknown men», «executed them by shooting»: do the words behind the verb or noun of harm
/// name a way of killing that is no battle?
pub(in crate::events) fn is_shot(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 8;
    let text = &reading.text;
    let murders = &reading.knowledge.triggers.lists.murders;
    let near = draft.trigger.1..(draft.trigger.1 + REACH).min(text.tokens.len());
    let mut near = near.take_while(|&i| text.tokens[i].kind != TokenKind::Break);
    draft.frame == Frame::Harm && near.any(|i| murders.longest_at(text, i).is_some())
}

/// Does the item name civilians, or one person who may be one?
fn is_unarmed(reading: &Reading<'_>, item: &Item) -> bool {
    match item.what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Civilians,
        What::Word => {
            let tolls = &reading.knowledge.tolls;
            let word = tolls.lexicon.longest_at(&reading.text, item.from).map(|m| *m.value);
            matches!(word, Some(TollWord::Civilians | TollWord::Persons))
        }
        _ => false,
    }
}

/// «an attack on the village of X killed twenty civilians»: an attack of which only civilians died, and on no force, is no
/// clash.
pub(in crate::events) fn raid_on_persons(reading: &Reading<'_>, drafts: &mut [Draft]) {
    storm_offices(reading, drafts);
    let murders = &reading.knowledge.triggers.lists.murders;
    let shots = &reading.knowledge.triggers.lists.shots;
    let fires = |d: &Draft| {
        let said = shots.longest_at(&reading.text, d.trigger.0).is_some();
        d.frame == Frame::Strike || d.frame == Frame::Fight && d.is_noun && said
    };
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Clash) {
        let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
        let civilians =
            !draft.targets.is_empty() && draft.targets.iter().all(civil) && draft.others.is_empty();
        // «a civilian was killed by shots», «they assassinated X, with shots».
        if is_raid_on_office(reading, draft) {
            draft.kind = EventKind::Attack;
            continue;
        }
        let shot = fires(draft) && (civilians || murders.longest_at(&reading.text, draft.quote.0).is_some());
        // «shots in X left two dead»: of no side, at nobody in arms.
        let sides = draft.initiators.iter().chain(&draft.targets).chain(&draft.others).next().is_some();
        let dead = draft.tolls.iter().any(|t| t.killed.is_some());
        let all = draft.tolls.iter().all(|t| matches!(t.who, TollWho::Civilians | TollWho::All));
        if draft.is_noun && fires(draft) && !sides && dead && all {
            draft.kind = EventKind::Attack;
            continue;
        }
        // «X sniped a girl».
        let fights = matches!(draft.frame, Frame::Strike | Frame::Fight) && !draft.is_noun;
        if shot || civilians && fights && !draft.initiators.is_empty() {
            draft.kind = EventKind::Attack;
        }
    }
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Clash && d.frame == Frame::Fight) {
        let civilians = draft.tolls.iter().all(|t| t.who == TollWho::Civilians);
        // «gunmen attacked a hotel».
        let raids = !draft.is_noun && hits_civil_site(reading, draft);
        let killed = raids || draft.tolls.iter().any(|t| t.killed.is_some());
        let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
        let alone = draft.targets.iter().chain(&draft.others).all(civil);
        // A base is attacked for the force in it, and an army's offensive is no raid.
        let base = |&p: &usize| matches!(reading.places[p].kind, PlaceKind::Base | PlaceKind::Crossing);
        let army = |&a: &usize| reading.actors[a].faction == Some(reading.knowledge.actors.sides.government);
        if draft.places.iter().any(base) || draft.initiators.iter().any(army) {
            continue;
        }
        let word = reading.knowledge.triggers.lists.assaults.longest_at(&reading.text, draft.trigger.0);
        let one_sided = word.is_some_and(|m| draft.trigger.1 == draft.trigger.0 + m.n_tokens);
        let everyone = draft.tolls.iter().all(|t| matches!(t.who, TollWho::Civilians | TollWho::All));
        // «14 persons, among them soldiers».
        let armed = |i: usize| {
            let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
            word.is_some_and(|m| matches!(m.value, TollWord::Soldiers | TollWord::Fighters))
        };
        let persons = draft.targets.iter().any(civil) && !(draft.quote.0..draft.quote.1).any(armed);
        let of_civilians = raids
            || civilians
            || everyone && (persons || falls_on_civil_site(reading, draft) || kills_dwellers(reading, draft));
        if killed && of_civilians && alone && one_sided && draft.initiators.len() < 2 {
            draft.kind = EventKind::Attack;
        }
    }
}

/// «the ambassador was killed in an attack that gunmen made on the embassy»: men of no side attack those who do not fight.
fn is_raid_on_office(reading: &Reading<'_>, draft: &Draft) -> bool {
    let assault =
        reading.knowledge.triggers.lists.assaults.longest_at(&reading.text, draft.trigger.0).is_some();
    let gunmen = |&a: &usize| {
        let hit = &reading.actors[a];
        hit.is_common_noun && hit.class == ActorClass::Armed && hit.tokens.len() == 1
    };
    let office = |&a: &usize| {
        let hit = &reading.actors[a];
        matches!(hit.class, ActorClass::Person | ActorClass::State | ActorClass::Civilians)
            && !hit.is_commander
            && !hit.is_land
    };
    let on_office = !draft.targets.is_empty() && draft.targets.iter().all(office) && draft.others.is_empty();
    let office_too = draft.targets.iter().any(|&a| reading.actors[a].class != ActorClass::Civilians);
    draft.is_noun && assault && on_office && office_too && draft.initiators.iter().all(gunmen)
}

/// «attacked a village and killed thirty of its people»: are those who live there named behind the attack?
fn kills_dwellers(reading: &Reading<'_>, draft: &Draft) -> bool {
    const BEHIND: usize = 3;
    let (text, dwellers) = (&reading.text, &reading.knowledge.triggers.lists.dwellers);
    let end = text.tokens.len().min(draft.quote.1 + BEHIND);
    let mut near = (draft.trigger.1..end).take_while(|&i| text.tokens[i].kind != TokenKind::Break);
    near.any(|i| dwellers.longest_at(text, i).is_some())
}

/// «attacked a hotel», «attacked the gunmen a hotel»: the token right behind the verb, or behind the one who acts there.
pub(super) fn object_at(reading: &Reading<'_>, draft: &Draft) -> usize {
    let mut doers = draft.initiators.iter().map(|&a| &reading.actors[a].tokens);
    doers.find(|t| t.start == draft.trigger.1).map_or(draft.trigger.1, |t| t.end)
}

/// «gunmen attacked a hotel»: does what only civilians use stand right behind the verb, or behind the one who acts?
fn hits_civil_site(reading: &Reading<'_>, draft: &Draft) -> bool {
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    let at = object_at(reading, draft);
    let site = lists.civil_sites.longest_at(text, at).or_else(|| lists.homes.longest_at(text, at));
    site.is_some_and(|m| m.affixes.is_empty() && !m.pronoun) && !draft.initiators.is_empty()
}

/// «an attack that hit a market»: do the words right behind the noun of an attack name what only civilians use?
fn falls_on_civil_site(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 7;
    let text = &reading.text;
    let near = draft.trigger.1..(draft.trigger.1 + REACH).min(text.tokens.len());
    let mut near = near.take_while(|&i| text.tokens[i].kind != TokenKind::Break);
    near.any(|i| reading.knowledge.triggers.lists.civil_sites.longest_at(text, i).is_some())
}

/// «warplanes of X destroyed a depot»: do aircraft act?
pub(super) fn is_flown(reading: &Reading<'_>, draft: &Draft) -> bool {
    let air = &reading.knowledge.triggers.lists.air;
    let flies = |t: usize| air.longest_at(&reading.text, t).is_some() && !is_air_defence(reading, t);
    draft.initiators.iter().any(|&a| reading.actors[a].tokens.clone().any(flies))
}

/// «the air force destroyed a depot»: do aircraft of nobody in particular stand right behind the verb at `item`?
pub(super) fn flies_behind(reading: &Reading<'_>, items: &[Item], item: usize) -> bool {
    let air = &reading.knowledge.triggers.lists.air;
    let flies = |n: &&Item| n.affixes.has(Affixes::AL) || n.affixes.is_empty();
    let next = items.get(item + 1).filter(flies).filter(|n| n.what == What::Word);
    next.is_some_and(|n| air.longest_at(&reading.text, n.from).is_some() && !is_air_defence(reading, n.from))
}

/// «with 59 rockets», the count in figures: does «with» stand by itself before the number right before item `i`?
pub(super) fn is_with_figure(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const WITH: &str = "\u{628}";
    let Some([with, number]) = i.checked_sub(2).map(|j| &items[j..i]) else { return false };
    matches!(number.what, What::Number(_)) && reading.text.fold_at(with.from) == WITH
}

/// «strikes of the coalition»: such a side strikes from the air, unless the text speaks of guns or rockets.
fn is_of_fliers(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const NEAR: usize = 2;
    let (text, triggers) = (&scope.reading.text, &scope.reading.knowledge.triggers);
    let flies = |t: usize| triggers.lists.fliers.longest_at(text, t).is_some();
    let by_them = draft.initiators.iter().any(|&a| scope.reading.actors[a].tokens.clone().any(flies));
    let fired = |t: usize| {
        triggers.lists.shells.longest_at(text, t).is_some()
            || triggers.lists.missiles.longest_at(text, t).is_some()
    };
    let near = scope.items[item].from..(scope.items[item].to + NEAR).min(text.tokens.len());
    draft.kind == EventKind::Shelling && by_them && !near.into_iter().any(fired)
}

/// Does the item part the verb at `item` from its subject? The two aircraft of «two aircraft bombed» are a number and the
/// subject itself, and what they are called may end with one («of type F 15»).
pub(super) fn ends_subject(scope: Scope<'_, '_>, item: usize, before: &Item) -> bool {
    let air = &scope.reading.knowledge.triggers.lists.air;
    match before.what {
        What::Stop | What::Quote | What::Place(_) => true,
        What::Number(_) => {
            let own = air.longest_at(&scope.reading.text, before.from).is_some();
            !own && before.to != scope.items[item].from
        }
        _ => false,
    }
}

/// «artillery shelling of X, while planes flew over Y», «planes bombed X, and artillery shelling hit Y»: does an adjective of
/// the noun of bombing, at `item` or behind its verb, say that guns or rockets fired, and no aircraft behind it?
fn is_by_guns(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const NEAR: usize = 6;
    let (reading, items) = (scope.reading, scope.items);
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    let at = if draft.is_noun { item } else { noun_behind(reading, items, item) };
    let strikes = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike);
    let Some([noun, adjective, rest @ ..]) = items.get(at..) else { return false };
    let air = |t: usize| lists.air.longest_at(text, t).is_some();
    let behind = |&&a: &&usize| reading.actors[a].tokens.start > noun.from;
    let flown = draft.initiators.iter().filter(behind).any(|&a| reading.actors[a].tokens.clone().any(air));
    let guns = |t: usize| lists.shells.longest_at(text, t).is_some();
    let (written, behind) = (noun.to > noun.from + 1 && guns(noun.to - 1), guns(adjective.from));
    // «by artillery shelling or by planes»: both.
    let goes_on = |n: &&Item| !matches!(n.what, What::Place(_) | What::Comma | What::Date(_));
    let also = std::iter::once(adjective).chain(rest).take(NEAR).take_while(goes_on).any(|n| air(n.from));
    strikes(noun) && (written || behind) && !flown && !also
}

/// «a ship was hit by two rockets»: does a verb of hurting carry the noun of what hit?
pub(super) fn is_hit_by(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let by = draft.frame == Frame::Strike && draft.is_noun && scope.items[item].affixes.has(Affixes::BI);
    let tolls = &scope.reading.knowledge.tolls.lexicon;
    let hurts = |i: &Item| {
        let word = tolls.longest_at(&scope.reading.text, i.from);
        word.is_some_and(|m| *m.value == TollWord::Wound)
    };
    let behind = draft.places.iter().any(|&p| scope.reading.places[p].tokens.start > draft.trigger.0);
    by && behind && scope.items[scope.clause().items.start..item].iter().any(hurts)
}

/// Is the bombing done by aircraft, and not told as that of guns?
pub(super) fn is_bombed_from_the_air(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    (is_from_the_air(scope, item, draft) || is_of_fliers(scope, item, draft))
        && !is_by_guns(scope, item, draft)
}

/// Do aircraft act, or stand among the words after the trigger («bombed … with barrel bombs»)?
pub(super) fn is_from_the_air(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let reading = scope.reading;
    // Another side's air force or air defence, named without «with», drops nothing here.
    let dropped = |i: &&Item| match i.what {
        What::Actor(_) => i.proclitic() == Some(Prep::At),
        What::Place(_) => false, // «the air base of X»
        _ => true,
    };
    // «fights … with the support of warplanes» on the ground.
    let beside = |i: &&Item| draft.frame == Frame::Fight && i.is_cue(Cue::Prep(Prep::About));
    let window = scope.items[item..scope.window_end(item)].iter().take_while(|i| !beside(i));
    let window = window.filter(dropped).filter(|i| !is_of_base(scope, i));
    let after = window.map(|i| i.from..i.to);
    let acting = draft.initiators.iter().map(|&a| reading.actors[a].tokens.clone());
    let subject = scope.items[scope.clause().items.start..=item]
        .iter()
        .rev()
        .skip(1)
        .take_while(|i| !ends_subject(scope, item, i))
        .take_while(|i| i.noun_trigger().is_none_or(|t| reading.frame_of(t) != Frame::Strike))
        .take_while(|i| !i.is_cue(Cue::Prep(Prep::About)) && !i.is_cue(Cue::After))
        .map(|i| i.from..i.to);
    let carried = draft.is_noun && draft.is_carried;
    let own = scope.clause().finite.is_some_and(|f| f.item == item);
    acting.chain(after).chain(subject.filter(|_| carried || own)).flatten().any(|t| {
        reading.knowledge.triggers.lists.air.longest_at(&reading.text, t).is_some()
            && !is_air_defence(reading, t)
    })
}

/// Does a word for defence or for a base stand before token `t`? Air defence does not fly, nor does an air base.
pub(super) fn is_air_defence(reading: &Reading<'_>, t: usize) -> bool {
    let grounded = &reading.knowledge.triggers.lists.grounded;
    t.checked_sub(1).is_some_and(|before| grounded.longest_at(&reading.text, before).is_some())
}
