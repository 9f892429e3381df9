import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** A dialog above the page; its button and Escape close it, and the focus goes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const say = useSay()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto bg-ink/40 sm:items-center"
    >
      <Modal className="max-h-[92vh] w-full max-w-xl overflow-y-auto rounded-t-card bg-surface p-5 shadow-float sm:rounded-card">
        <AriaDialog className="outline-none">
          <div className="flex items-start justify-between gap-3 pb-3">
            <Heading slot="title" className="font-bold text-page">
              {title}
            </Heading>
            <Button
              aria-label={say(words.close)}
              onPress={onClose}
              className="-me-2 -mt-1 flex size-11 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken lg:size-10"
            >
              <X aria-hidden size={18} />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
