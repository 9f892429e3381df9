import { useState } from 'react'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { SearchChoiceField } from '../../../ui/search-choice.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listOwnCases } from '../../enrolment/contract/cases.ts'
import { words as enrolment } from '../../enrolment/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { blockCase, freeCase, type ReadObstacle } from '../contract/obstacles.ts'
import { words } from '../words.ts'

interface Props {
  readonly obstacleId: string
  readonly cases: z.output<typeof ReadObstacle>['cases']
}
/** The evidence: file numbers to those who may read them; a guide adds the files she carries and says when one is free again. */
export function CasesCard({ obstacleId, cases }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayBlock = useMay('reforms.block-case')
  const free = useWrite(freeCase)
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title={say(words.cases)}
      actions={mayBlock ? <Button onPress={() => setOpen(true)}>{say(words['block-case'])}</Button> : undefined}
    >
      <ProblemBox error={free.error} />
      {cases.length === 0 ? (
        <p className="text-ink-2">{say(words['no-cases'])}</p>
      ) : (
        <DataTable
          label={say(words.cases)}
          rows={cases}
          keyOf={({ fileNumber }) => fileNumber}
          columns={[
            { key: 'number', title: say(words['file-number']), cell: ({ fileNumber }) => <bdi>{digits(fileNumber, language)}</bdi> },
            {
              key: 'position',
              title: say(words.position),
              cell: ({ position }) => say(wordFor(enrolment, `position-${position}`)),
            },
            { key: 'county', title: say(words.county), cell: ({ countyCode }) => countyName(countyCode) },
            {
              key: 'days',
              title: say(words['blocked-days']),
              cell: ({ days }) => formatNumber(days, language),
              isNumber: true,
            },
            // Whoever may only look has no way in from here.
            ...(mayBlock
              ? [
                  {
                    key: 'free',
                    title: say(words.act),
                    cell: ({ caseId }: Props['cases'][number]) =>
                      caseId === null ? null : (
                        <Button look="quiet" onPress={() => free.mutate({ input: { id: obstacleId, caseId } })}>
                          {say(words['free-case'])}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isOpen ? <BlockDialog obstacleId={obstacleId} cases={cases} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}
function BlockDialog({ obstacleId, cases, onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const own = useRead(listOwnCases, { limit: 250 })
  const [caseId, setCase] = useState<string>()
  const write = useWrite(blockCase, { onDone: onClose })
  const [blockedId] = useState(newCommandId)
  const send = (): void => {
    if (caseId !== undefined) write.mutate({ input: { id: obstacleId, caseId, blockedId } })
  }
  return (
    <Dialog title={say(words['block-case'])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <SearchChoiceField
          label={say(words['own-file'])}
          isRequired
          value={caseId}
          onChange={setCase}
          choices={(own.data?.cases ?? [])
            .filter(({ id }) => !cases.some((one) => one.caseId === id))
            .map(({ id, fileNumber, name }) => ({ value: id, label: `${digits(fileNumber, language)} · ${name}` }))}
        />
        <div>
          <Button look="primary" isDisabled={caseId === undefined} isPending={write.isPending} onPress={send}>
            {say(words['block-case'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
