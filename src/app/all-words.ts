import { english as accessEnglish } from '../access/words.en.ts'
import { words as access } from '../access/words.ts'
import { english as amayeshEnglish } from '../modules/amayesh/words.en.ts'
import { words as amayesh } from '../modules/amayesh/words.ts'
import { english as businessesEnglish } from '../modules/businesses/words.en.ts'
import { words as businesses } from '../modules/businesses/words.ts'
import { english as enrolmentEnglish } from '../modules/enrolment/words.en.ts'
import { words as enrolment } from '../modules/enrolment/words.ts'
import { english as interviewsEnglish } from '../modules/interviews/words.en.ts'
import { words as interviews } from '../modules/interviews/words.ts'
import { english as marketEnglish } from '../modules/market/words.en.ts'
import { words as market } from '../modules/market/words.ts'
import { english as matchingEnglish } from '../modules/matching/words.en.ts'
import { words as matching } from '../modules/matching/words.ts'
import { english as occupationsEnglish } from '../modules/occupations/words.en.ts'
import { words as occupations } from '../modules/occupations/words.ts'
import { english as outcomesEnglish } from '../modules/outcomes/words.en.ts'
import { words as outcomes } from '../modules/outcomes/words.ts'
import { english as oversightEnglish } from '../modules/oversight/words.en.ts'
import { words as oversight } from '../modules/oversight/words.ts'
import { english as partnersEnglish } from '../modules/partners/words.en.ts'
import { words as partners } from '../modules/partners/words.ts'
import { english as pathwaysEnglish } from '../modules/pathways/words.en.ts'
import { words as pathways } from '../modules/pathways/words.ts'
import { english as peopleEnglish } from '../modules/people/words.en.ts'
import { words as people } from '../modules/people/words.ts'
import { english as planEnglish } from '../modules/plan/words.en.ts'
import { words as plan } from '../modules/plan/words.ts'
import { english as reformsEnglish } from '../modules/reforms/words.en.ts'
import { words as reforms } from '../modules/reforms/words.ts'
import { english as territoryEnglish } from '../modules/territory/words.en.ts'
import { words as territory } from '../modules/territory/words.ts'
import { english as platformEnglish } from '../platform/own-words.en.ts'
import { words as platform } from '../platform/own-words.ts'
import { catalogueOf, englishCatalogueOf } from '../platform/words.ts'
import { english as uiEnglish } from '../ui/words.en.ts'
import { words as ui } from '../ui/words.ts'
import { english as exportsEnglish } from './exports/words.en.ts'
import { words as exportsWords } from './exports/words.ts'
import { english as mineEnglish } from './mine/words.en.ts'
import { words as mine } from './mine/words.ts'
import { english as overviewEnglish } from './overview/words.en.ts'
import { words as overview } from './overview/words.ts'
import { english as publicEnglish } from './public/words.en.ts'
import { words as publicWords } from './public/words.ts'
import { english as roadEnglish } from './road/words.en.ts'
import { words as road } from './road/words.ts'
import { english as worklistEnglish } from './worklist/words.en.ts'
import { words as worklist } from './worklist/words.ts'

/** Every text of the house, per language: refusals, labels, reasons. */
const all = [
  [platform, platformEnglish],
  [ui, uiEnglish],
  [access, accessEnglish],
  [territory, territoryEnglish],
  [plan, planEnglish],
  [occupations, occupationsEnglish],
  [partners, partnersEnglish],
  [people, peopleEnglish],
  [enrolment, enrolmentEnglish],
  [interviews, interviewsEnglish],
  [pathways, pathwaysEnglish],
  [businesses, businessesEnglish],
  [matching, matchingEnglish],
  [market, marketEnglish],
  [outcomes, outcomesEnglish],
  [oversight, oversightEnglish],
  [amayesh, amayeshEnglish],
  [reforms, reformsEnglish],
  [worklist, worklistEnglish],
  [overview, overviewEnglish],
  [road, roadEnglish],
  [mine, mineEnglish],
  [exportsWords, exportsEnglish],
  [publicWords, publicEnglish],
] as const
export const sentences = { fa: catalogueOf(all.map(([words]) => words)), en: englishCatalogueOf(all) }
