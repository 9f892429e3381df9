import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, TextField } from '../../../ui/fields.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { beginStudy, listStudies } from '../contract/studies.ts'
import { words } from '../words.ts'
import { Parts } from './parts.tsx'

export const STUDY_MEANINGS = { 'under-way': 'current', concluded: 'done', withdrawn: 'neutral' } as const
const Search = z.object({ after: z.string().optional().catch(undefined) })
/** Studies of counties, newest first: each leads to offers, or says why not. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { values, change } = useFilters(Search)
  const read = useRead(listStudies, { limit: 50, ...values })
  const mayStudy = useMay('amayesh.study')
  const [isBeginning, setBeginning] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words.studies)}
        actions={
          mayStudy ? (
            <Button look="primary" onPress={() => setBeginning(true)}>
              {say(words['begin-study'])}
            </Button>
          ) : undefined
        }
      />
      <Parts current="studies" />
      <Read of={read}>
        {({ studies, next }) =>
          studies.length === 0 ? (
            <EmptyState>{say(words['no-studies'])}</EmptyState>
          ) : (
            <>
              <DataTable
                label={say(words.studies)}
                rows={studies}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: say(words.study),
                    cell: ({ id, title }) => <TextLink to={`/staff/amayesh/studies/${id}`}>{title}</TextLink>,
                  },
                  { key: 'number', title: say(words.number), cell: ({ number }) => <bdi>{digits(number, language)}</bdi> },
                  { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
                  { key: 'executor', title: say(words.executor), cell: ({ organisationName }) => organisationName },
                  {
                    key: 'state',
                    title: say(words.state),
                    cell: ({ state }) => <Tag meaning={STUDY_MEANINGS[state]}>{say(words[`state-${state}`])}</Tag>,
                  },
                  { key: 'since', title: say(words.since), cell: ({ stateSince }) => formatDate(stateSince, language) },
                ]}
              />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isBeginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </>
  )
}
function BeginDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const partners = useRead(listOrganisations, { limit: 250 })
  const [id] = useState(newCommandId)
  const [number, setNumber] = useState('')
  const [title, setTitle] = useState('')
  const [organisationId, setOrganisation] = useState<string>()
  const [countyCode, setCounty] = useState<string>()
  const [letterNumber, setLetter] = useState('')
  const [letterDate, setDate] = useState<string | null>(null)
  const write = useWrite(beginStudy, { onDone: onClose })
  const send = (): void => {
    if (organisationId === undefined || countyCode === undefined || letterDate === null) return
    write.mutate({ input: { id, number, title, organisationId, countyCode, letterNumber, letterDate } })
  }
  const isNamed = number.trim() !== '' && title.trim().length >= 5 && letterNumber.trim() !== ''
  return (
    <Dialog title={say(words['begin-study'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <TextField label={say(words.title)} name="title" isRequired value={title} onChange={setTitle} />
        <FieldGrid>
          <TextField label={say(words.number)} name="number" isRequired value={number} onChange={setNumber} />
          <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
          <SearchChoiceField
            label={say(words.executor)}
            isRequired
            value={organisationId}
            onChange={setOrganisation}
            choices={(partners.data?.organisations ?? []).map((one) => ({ value: one.id, label: one.nameFa }))}
          />
          <TextField label={say(words['letter-number'])} name="letterNumber" isRequired value={letterNumber} onChange={setLetter} />
          <DateField label={say(words['letter-date'])} isRequired value={letterDate} onChange={setDate} />
        </FieldGrid>
        <div>
          <Button
            look="primary"
            isDisabled={!isNamed || organisationId === undefined || countyCode === undefined || letterDate === null}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words['begin-study'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
