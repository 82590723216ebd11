import { termOf } from './passage-features.ts';

/** Words of any text on any subject, as stems: that one side says them, or both, tells nothing. */
export const everydayTerms: ReadonlySet<string> = new Set(
  (
    'able accessible account add addition address allow already alternatively although answer anyone ' +
    'applicable apply appropriate april august away back base become begin ' +
    'believe best better big bring built call can ' +
    'carefully case certain change choose clear click close collectively come common company complete consider ' +
    'contact contain continue convenience copy course create current day deal december describe detail different do document done due ' +
    'easily easy effective else end ensure enter etc even event ever every everyone example except fact february field find first follow ' +
    'form format friday full general get give go going good great happen help here high hold however important include individual ' +
    'instance instead item january july june keep kind know large last later lay learn least left length less let level like limit ' +
    'line link list little live long look lot main make mainly manner many march matter maybe mean method mind moment monday month ' +
    'much name necessary need never new next note november now number october offer often ok online open order original otherwise page part ' +
    'particular people perform perhaps person place plan point possible practice present prior process product promise provide purpose put ' +
    'question quick quite read ready real reason receive refer regard relate relevant rely remain request require respect result review ' +
    'right run say second section see seek seem select send september set several show side similar simple site small someone something ' +
    'sometimes soon specific split start state statement stay step still stop subject submit suit sure take talk tell term text thank thing ' +
    'think third time today together top toward try turn two type understand update useful user usual various view visit want way web website ' +
    'week welcome well whatever whenever whole wish won word work write wrong year yes yet'
  )
    .split(' ')
    .map(termOf),
);
