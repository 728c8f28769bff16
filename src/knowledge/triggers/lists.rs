//! The plain lists of words of `triggers.toml`.

use serde::Deserialize;

/// Declares every list once: its place in the file, in memory and in loading.
macro_rules! lists {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// Lists of words: as written, or as looked up.
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Lists<T> {
            $($(#[doc = $doc])+ #[serde(default)] pub $name: T,)+
        }

        impl<T> Lists<T> {
            /// The same lists, each made into something else.
            pub(super) fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> Lists<U> {
                Lists { $($name: make(&self.$name),)+ }
            }
        }
    };
}

lists! {
    /// Verbs of ending, before the fighting that there was.
    ended,
    /// Words for what goes on beside another act, or did not keep it from happening («amid», «in spite of»).
    amid,
    /// Words for how many times something was done.
    times,
    /// Words for hills, before their names: their summit is no meeting.
    hills,
    /// Words for having a hand in an act: who denies it speaks of the act told before.
    parts,
    /// Words for being or coming about: what is denied of what was told.
    befalls,
    /// Words for what a side admits of what was told.
    wrongs,
    /// Verbs of letting somebody do something, of what came about.
    enables,
    /// Verbs of helping somebody to do something.
    helps,
    /// Words for all of a place («all of X»).
    wholes,
    /// Words for a siege.
    sieges,
    /// Words for some of what was told before («a number of them»).
    portions,
    /// Words for all but what stands behind them.
    exceptions,
    /// Verbs of returning, before the verb of what is done again («returned and took»).
    again,
    /// Verbs of having a share in what is done.
    shares,
    /// Verbs of what a deal brings about.
    brings,
    /// Words that point back to what was told («what happened»).
    happened,
    /// Words before an attack that say which of its kind it is («the third»).
    nths,
    /// Verbs of mourning.
    mourns,
    /// Verbs of admitting.
    admits,
    /// Verbs of falling after a town told before («followed it»).
    follows,
    /// Words for one of several places told before («the latter», «it»).
    latters,
    /// Words for an end of fighting that somebody asks for.
    halts,
    /// Nouns of accepting a deal.
    accepts,
    /// Words for those who tell without a name («activists», «a source»).
    informers,
    /// Verbs of remaining: what lies under somebody's control stays there.
    abides,
    /// Nouns of refusing: what stands behind them is not done.
    refusals,
    /// Words behind a deal that say that there is none yet.
    pending,
    /// Participles of a deal that was made, before the day on which it was.
    signed,
    /// Words for a meeting that is called at once.
    urgent,
    /// Verbs of ruling out: who does not rule a thing out threatens it.
    rules_out,
    /// Nouns of being somewhere: the land behind them is spoken of.
    stays,
    /// Words for an end of escalation or war that somebody asks for in a whole land.
    calms,
    /// Verbs of laying something to its cause.
    explains,
    /// Words behind the name of a place that only says what another is like («a second X»).
    likes,
    /// What serves a town: its hospital, its schools, its power.
    services,
    /// Words for a headquarters, which is no place by itself.
    headquarters,
    /// Houses that the wounded are taken to.
    hospitals,
    /// Verbs of visiting, with the pronoun of the place.
    visits,
    /// Words for the bodies of those who died before: who hands them over does not kill.
    remains,
    /// Words for a way out of a siege, and for those who wait for it.
    corridors,
    /// Verbs of taking refuge.
    shelters,
    /// Words for aircraft: what they bomb is bombed from the air.
    air,
    /// Nouns before «air» of what does not fly: defence, a base.
    grounded,
    /// Words for things that are taken, too, but are no places: arms, power.
    things,
    /// Words for troops on the move: where they enter they are deployed.
    columns,
    /// Words for the edge of a place: a force that reaches it advances.
    edges,
    /// Words for taking up new positions: outside a place, it is left.
    regroups,
    /// Words for where people live and what they are served by: who bombs these hits civilians.
    homes,
    /// Words for what armies drive and hold: whose it is, is hit with it.
    vehicles,
    /// Words for the killing of many who do not fight.
    massacres,
    /// Words behind which those stand whom a crowd is against.
    protests,
    /// What somebody is said to bear for an act: responsibility.
    guilt,
    /// Support that a patron gives.
    help,
    /// «Its source», before whoever fired.
    whence,
    /// Men whom nobody knows.
    unknown_men,
    /// Words that begin the name of a person («father of», «mother of»).
    kunyas,
    /// Words of clearing a place of somebody or something.
    clearings,
    /// Mines and bombs that lie about.
    mines,
    /// Nouns of accusing.
    accusations,
    /// Verbs of facing what is said of one.
    faces,
    /// Who shoots from afar.
    snipers,
    /// Shots, which are no battle where civilians are shot at.
    shots,
    /// Buses and the convoys that take people away.
    buses,
    /// Words for carrying those who ride («that carry», «aboard»).
    carrying,
    /// Who gives and takes offices: named right behind such a verb, they are not given one.
    appointers,
    /// Nouns of ending: the fighting behind them is over, or will be.
    ends,
    /// What is left of a side that is beaten.
    remnants,
    /// Words for movements, units and operations that bear a name in quotation marks.
    titled,
    /// Nouns of purpose: the place behind them is whom it is done for («in support of X»).
    sakes,
    /// Participles of standing somewhere, behind those who fire from there.
    stationed,
    /// Prisoners, hostages, captives.
    prisoners,
    /// What planes are brought down by, before those who fire it.
    fires,
    /// Words behind an act that is one more than told before.
    seconds,
    /// Words for arms: to destroy them is fighting, and no damage to a place.
    arms,
    /// Who has to do with arms, and where they are made and kept («an expert in rockets»).
    keepers,
    /// Words for what only armies drive and fire.
    armour,
    /// Words for those in a vehicle («its crew», «those on board»).
    crews,
    /// Adjectives of an attack that is made with rockets or guns.
    shells,
    /// Verbal nouns of aiming at what stands behind them.
    aims,
    /// Nouns of sides that strike from the air («coalition»).
    fliers,
    /// Nouns of happening: who tells of it did not do it.
    happens,
    /// Verbs of laying an act to somebody, with the pronoun of the act.
    lays,
    /// What leads from a blast to what caused it («because of», «resulting from»).
    causes,
    /// Nouns of what the police or an army does to arrest people.
    campaigns,
    /// Words for those who are arrested.
    wanted,
    /// Words for those who live somewhere: who kills them fights no battle.
    dwellers,
    /// Attacks of one side, and no fighting of two.
    assaults,
    /// Nouns of an operation that stand in titles («the commander of the operations of the liberation of X»).
    operations,
    /// Words for breaking a deal, or going on in spite of it.
    breaches,
    /// Words for a border: whose it is, with it, is no side.
    borders,
    /// Verbs of what an operation comes to: ending in, leading to.
    outcomes,
    /// Arms that in this war only the government's planes drop.
    barrels,
    /// Words for flags: whose they are is not acted on.
    flags,
    /// Words for supplies: who cuts their road advances on whom they are for.
    supplies,
    /// Adjectives and nouns that make a figure of speech of the noun of war before them.
    figures,
    /// What acts in figures of speech: feelings, weather, sickness.
    powers,
    /// Words for a match or an election, in which nobody takes a town by arms.
    contests,
    /// Words for talks, deals, matches and bodies: whoever withdraws from them leaves no ground.
    sessions,
    /// Words for films, songs and pictures: what they tell of did not happen now.
    films,
    /// Words for what is said: who attacks in them attacks by words.
    speeches,
    /// Words for those who visit and inspect.
    delegations,
    /// Words for small arms and blades: what is aimed at with them is not shelled.
    small_arms,
    /// Words for missiles and drones, which are also shown, made and kept.
    missiles,
    /// Verbs of which arms are a mere object.
    shows,
    /// Words for a parade or an exhibition.
    parades,
    /// «himself», «themselves»: what those give who surrender.
    selves,
    /// Words for being exposed to what stands behind them («was exposed to the shelling»).
    exposes,
    /// Nouns of encircling or storming with the pronoun of the place that is.
    encircles,
    /// Words for one or another of what was fired, before where it went.
    counted_off,
    /// Verbs of spreading, whose subject is the fighting or fire told before them («and it spread to X»).
    spreads,
    /// Verbs of doing or saying again: they carry a noun of an act, and speak of what is said.
    repeats,
    /// Words for many of a kind, before what there are many of («a series of raids»).
    series,
    /// Verbs of condemning what was done.
    condemns,
    /// Words for laying down arms: who does is held.
    surrenders,
    /// Words for owning up to an act told before.
    claims,
    /// Words for killings that are no battle, whoever counts the dead.
    murders,
    /// Words for what only civilians use: a market, a mosque, a school.
    civil_sites,
    /// Words for offices that no army holds: a company, a consulate, a commission.
    offices,
    /// Words for forcing one's way in.
    storms,
}
