import { useState } from 'react'
import { z } from 'zod'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChoiceField, LongTextField, SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { words as ui } from '../../../ui/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { type Application, applicationStates, listApplications, vetApplication } from '../contract/applications.ts'
import { words } from '../words.ts'

const Search = z.object({
  state: z.enum(applicationStates).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})
const MEANINGS = { 'to-accept': 'neutral', received: 'waiting', admitted: 'done', refused: 'neutral', declined: 'neutral' } as const

/** Who offered herself by the public call; two people read each, alone, and give reasons. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listApplications, { limit: 50, ...filter })
  const [open, setOpen] = useState<Application>()
  return (
    <>
      <PageHeader title={say(words.applications)} facts={say(words['opinions-needed'])} />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['application-state'])}
          empty="—"
          value={filter.state}
          onChange={(state) => change({ state })}
          choices={applicationStates
            .filter((one) => one !== 'to-accept')
            .map((one) => ({ value: one, label: say(wordFor(words, `application-state-${one}`)) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ applications, next }) => (
          <>
            {applications.length === 0 ? <EmptyState>{say(words['no-applications'])}</EmptyState> : null}
            {applications.map((one) => (
              <ApplicationCard key={one.id} application={one} onVet={() => setOpen(one)} />
            ))}
            {next === null ? null : <Button onPress={() => change({ after: next })}>{say(ui.more)}</Button>}
          </>
        )}
      </Read>
      {open === undefined ? null : <VetDialog application={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
function ApplicationCard({ application: one, onVet }: { readonly application: Application; readonly onVet: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const join = language === 'en' ? ', ' : '، '
  const hasSpoken = one.opinions.some(({ isOwn }) => isOwn)
  return (
    <Card
      title={one.name}
      actions={
        one.state === 'received' && !hasSpoken ? (
          <Button look="primary" onPress={onVet}>
            {say(words.opinion)}
          </Button>
        ) : undefined
      }
    >
      <p className="flex flex-wrap gap-2 pb-3">
        <Tag meaning={MEANINGS[one.state]}>{say(wordFor(words, `application-state-${one.state}`))}</Tag>
        {one.state === 'received' ? <Tag meaning="due">{say(words['decide-by'], { day: formatDate(one.decideBy, language) })}</Tag> : null}
        {one.organisationId === null ? null : (
          <TextLink to={`/staff/organisations/${one.organisationId}`}>{say(words.organisation)}</TextLink>
        )}
      </p>
      <Facts
        facts={[
          [say(words.type), `${say(words[one.personKind])} · ${say(wordFor(words, `manner-${one.manner}`))}`],
          [say(words.wanted), one.wanted.map((kind) => say(wordFor(words, `kind-${kind}`))).join(join)],
          [say(words.where), one.counties.length === 0 ? say(words.everywhere) : one.counties.map(countyName).join(join)],
          [say(words.offer), one.offer],
          [
            say(words.phone),
            <bdi key="phone" dir="ltr">
              {digits(one.phone, language)}
            </bdi>,
          ],
        ]}
      />
      {one.opinions.map(({ at, isFit, reasons }) => (
        <p key={at} className="pt-2">
          <Tag meaning={isFit ? 'done' : 'neutral'}>{say(isFit ? words['is-fit'] : words['is-unfit'])}</Tag> {reasons}
        </p>
      ))}
    </Card>
  )
}
function VetDialog({ application: { id, name, version }, onClose }: { readonly application: Application; readonly onClose: () => void }) {
  const say = useSay()
  const [opinion, setOpinion] = useState<'is-fit' | 'is-unfit'>()
  const [reasons, setReasons] = useState('')
  const write = useWrite(vetApplication)
  const send = (): void => {
    if (opinion === undefined) return
    write.mutate({ input: { id, version, opinionId: newCommandId(), isFit: opinion === 'is-fit', reasons } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${say(words.opinion)}: ${name}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <ChoiceField
          label={say(words.opinion)}
          isRequired
          value={opinion}
          onChange={setOpinion}
          choices={(['is-fit', 'is-unfit'] as const).map((one) => ({ value: one, label: say(words[one]) }))}
        />
        <LongTextField label={say(words.reasons)} name="reasons" isRequired value={reasons} onChange={setReasons} rows={3} />
        <div>
          <Button
            look="primary"
            isDisabled={opinion === undefined || reasons.trim().length < 10}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words.opinion)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
