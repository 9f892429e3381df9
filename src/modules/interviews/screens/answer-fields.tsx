import { useRead } from '../../../platform/client.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { listFields } from '../../occupations/contract.ts'
import { Need } from '../contract/instrument.ts'
import { words } from '../words.ts'
import type { Answer } from './marks-draft.ts'

/** Her wish in her own words, the field she chose, and the support she names: a list, and never a mark. */
export function AnswerFields({ answer, onChange }: { readonly answer: Answer; readonly onChange: (answer: Answer) => void }) {
  const say = useSay()
  const language = useLanguage()
  const fields = useRead(listFields, {})
  return (
    <Card title={say(words['wish-and-needs'])}>
      <div className="flex flex-col gap-4">
        <LongTextField
          label={say(words.wish)}
          hint={say(words['wish-hint'])}
          isRequired
          value={answer.wish}
          onChange={(wish) => onChange({ ...answer, wish })}
        />
        <SearchChoiceField
          label={say(words['chosen-field'])}
          value={answer.fieldCode ?? undefined}
          onChange={(fieldCode) => onChange({ ...answer, fieldCode: fieldCode ?? null })}
          choices={(fields.data?.fields ?? []).map(({ code, nameFa, nameEn }) => ({
            value: code,
            label: language === 'en' ? nameEn : nameFa,
          }))}
        />
        <CheckField
          label={say(words.needs)}
          value={answer.needs}
          onChange={(needs) => onChange({ ...answer, needs: [...needs] })}
          choices={Need.options.map((need) => ({ value: need, label: say(words[`need-${need}`]) }))}
        />
        <p className="text-ink-2 text-tag">{say(words['needs-hint'])}</p>
      </div>
    </Card>
  )
}
