import { Button, Menu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { usePane, usePaneState, useTexts } from './paneContext';

export interface MarksMenuProps {
  readonly buttonClass: string;
  /** Open from the start: the button was pressed before the menu was there. */
  readonly opened: boolean;
}

/** What is done with the marks, and what is marked. */
export function MarksMenu({ buttonClass, opened }: MarksMenuProps) {
  const texts = useTexts();
  const control = usePane();
  const settings = usePaneState((state) => state.settings);
  const hasReport = usePaneState((state) => state.audited && state.report !== null);
  const way = usePaneState((state) => state.capabilities?.explanations ?? 'none');
  const chosen = [...(settings.autoMark ? ['autoMark'] : []), ...(settings.ticks ? ['ticks'] : []), ...(settings.explanations ? ['explanations'] : [])];
  const explanations = { notes: texts.explanations, comments: texts.explanationsComments, none: texts.explanationsNone }[way];
  return (
    <Menu
      defaultOpen={opened}
      checkedValues={{ settings: chosen }}
      onCheckedValueChange={(_, { checkedItems }) =>
        void control.change({ autoMark: checkedItems.includes('autoMark'), ticks: checkedItems.includes('ticks'), explanations: checkedItems.includes('explanations') })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={buttonClass}>{texts.marks} ▾</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={!hasReport} onClick={() => void control.markNow()}>{texts.markNow}</MenuItem>
          <MenuItem onClick={() => void control.marking.clear()}>{texts.clearMarks}</MenuItem>
          <MenuDivider />
          <MenuItemCheckbox name="settings" value="autoMark">{texts.autoMark}</MenuItemCheckbox>
          <MenuItemCheckbox name="settings" value="ticks">{texts.ticks}</MenuItemCheckbox>
          <MenuItemCheckbox name="settings" value="explanations" disabled={way === 'none'}>{explanations}</MenuItemCheckbox>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
