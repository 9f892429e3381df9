import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read, ReasonList } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { grantPlace, type QueueRow, readQueue } from '../contract/queue.ts'
import { words } from '../words.ts'
import { CaseLink } from './case-lines.tsx'
import { Offers } from './offers-card.tsx'
import { OutOfTurnCard, ProposeOutOfTurn } from './out-of-turn.tsx'

type Queue = z.infer<typeof readQueue.output>
const MOST = 250
const Search = z.object({
  countyCode: z.coerce.string().optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(MOST).catch(50),
})
/** The line of a county in its order, with the reason of each place; who is next, and offers that wait for an answer. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { countyName } = useCounties()
  const counties = useActing()?.counties ?? []
  const countyCode = search.countyCode ?? counties[0] ?? ''
  const queue = useRead(readQueue, { countyCode, limit: search.limit }, { enabled: countyCode !== '' })
  const go = (change: object): void => void navigate({ to: '/staff/queue', search: () => ({ ...search, ...change }) })
  const facts = queue.data === undefined ? undefined : say(words['count-in-queue'], { n: queue.data.waiting })
  return (
    <>
      <PageHeader title={say(words.queue)} facts={facts} />
      <div className="max-w-md pb-4">
        <SelectField
          label={say(words['choose-county'])}
          value={countyCode}
          onChange={(chosen) => go({ countyCode: chosen, limit: 50 })}
          choices={counties.map((code) => ({ value: code, label: countyName(code) }))}
        />
      </div>
      {countyCode === '' ? (
        <EmptyState>{say(words['choose-county-first'])}</EmptyState>
      ) : (
        <Read of={queue}>
          {(data) => (
            <>
              <NextPlace queue={data} />
              <Line queue={data} onMore={search.limit < MOST && data.waiting > data.queue.length ? () => go({ limit: MOST }) : undefined} />
              <Offers offers={data.offers} />
              <OutOfTurnCard countyCode={countyCode} given={data.outOfTurn} />
            </>
          )}
        </Read>
      )}
    </>
  )
}
/** The next free place is proposed to whoever stands first; a person gives it. */
function NextPlace({ queue }: { readonly queue: Queue }) {
  const say = useSay()
  const language = useLanguage()
  const mayGrant = useMay('enrolment.grant-place')
  const [isAsking, setAsking] = useState(false)
  const grant = useWrite(grantPlace)
  const next = queue.queue.find(({ id }) => id === queue.proposed)
  const press = (): void => {
    if (next !== undefined) grant.mutate({ input: { caseId: next.id } }, { onSuccess: () => setAsking(false) })
  }
  return (
    <Card title={say(words.proposed)}>
      <p className="pb-2">{say(words['free-places'], { free: queue.free, places: queue.places })}</p>
      {queue.moved === 0 ? null : (
        <p className="pb-2 text-ink-2 text-tag">
          {say(words[queue.moved > 0 ? 'places-came' : 'places-went'], { n: Math.abs(queue.moved) })}
        </p>
      )}
      {grant.data === undefined ? null : <p role="status">{say(words['place-granted-to'], { number: grant.data.fileNumber })}</p>}
      {next === undefined ? (
        <ReasonList reasons={[say(queue.waiting === 0 ? words['no-queue'] : words['no-free-place-now'])]} />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <CaseLink id={next.id}>{digits(next.fileNumber, language)}</CaseLink>
          <span className="text-ink-2 text-tag">{next.reason}</span>
          {mayGrant ? (
            <Button look="primary" onPress={() => setAsking(true)}>
              {say(words['grant-place'])}
            </Button>
          ) : null}
        </div>
      )}
      <Dialog title={say(words['grant-place'])} isOpen={isAsking && next !== undefined} onClose={() => setAsking(false)}>
        <p className="pb-4">{say(words['grant-place-explained'], { number: next?.fileNumber ?? '' })}</p>
        <ProblemBox error={grant.error} />
        <Button look="primary" isPending={grant.isPending} onPress={press}>
          {say(words['grant-place'])}
        </Button>
      </Dialog>
    </Card>
  )
}
function Line({ queue, onMore }: { readonly queue: Queue; readonly onMore: (() => void) | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const mayPropose = useMay('enrolment.propose-out-of-turn')
  const [chosen, setChosen] = useState<QueueRow>()
  return (
    <Card title={say(words.queue)}>
      <ul className="pb-3 text-ink-2 text-tag">
        {queue.tiers.map(({ tier, sentence }) => (
          <li key={tier}>
            {say(words['tier-number'], { n: tier })}: {sentence}
          </li>
        ))}
      </ul>
      {queue.queue.length === 0 ? (
        <EmptyState>{say(words['no-queue'])}</EmptyState>
      ) : (
        <DataTable
          label={say(words.queue)}
          rows={queue.queue}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: say(words['file-number']),
              cell: (row) => <CaseLink id={row.id}>{digits(row.fileNumber, language)}</CaseLink>,
            },
            { key: 'place', title: say(words['queue-place']), cell: ({ place }) => formatNumber(place, language), isNumber: true },
            { key: 'reason', title: say(words['queue-reason']), cell: ({ reason }) => reason },
            { key: 'days', title: say(words.days), cell: ({ days }) => formatNumber(days, language), isNumber: true },
            ...(mayPropose
              ? [
                  {
                    key: 'out-of-turn',
                    title: say(words['out-of-turn']),
                    cell: (row: QueueRow) =>
                      row.id === queue.proposed ? (
                        '—'
                      ) : (
                        <Button
                          look="quiet"
                          label={`${say(words['propose-out-of-turn'])}: ${digits(row.fileNumber, language)}`}
                          onPress={() => setChosen(row)}
                        >
                          {say(words['propose-out-of-turn'])}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {onMore === undefined ? null : (
        <div className="pt-4">
          <Button onPress={onMore}>{say(ui.more)}</Button>
        </div>
      )}
      {chosen === undefined ? null : <ProposeOutOfTurn row={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  )
}
