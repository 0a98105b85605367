// The editor: CodeMirror 6 with what a Python scenario needs, behind a handful of functions.
//
// Positions are UTF-16 code units from the start of the text; lines count from 1. This file knows nothing
// of scenarios, timelines or wasm: web/src/editor.rs is the only caller. It is a script of its own, which the
// page does not wait for.

import {
  defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, redoDepth, undo, undoDepth,
} from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, RangeSet, StateEffect, StateField, Transaction } from "@codemirror/state";
import {
  crosshairCursor, Decoration, drawSelection, EditorView, gutter, GutterMarker, highlightActiveLine,
  highlightActiveLineGutter, keymap, lineNumbers, rectangularSelection,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { StyleModule } from "style-mod";

// CodeMirror would write its rules into a style element, which the page's policy forbids (web/build/finish.mjs). A
// layer keeps them below the page's own rules, where that element would have been.
const styles = new CSSStyleSheet();
document.adoptedStyleSheets.push(styles);
StyleModule.mount = (_, modules) => {
  styles.replaceSync(`@layer editor {${[modules].flat().map((module) => module.getRules()).join("\n")}}`);
};

// Colours are the page's own properties, so that a change of theme touches no editor.
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.controlKeyword, tags.moduleKeyword, tags.definitionKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.className], color: "var(--code-definition)" },
  { tag: tags.function(tags.variableName), color: "var(--code-call)" },
  { tag: [tags.meta, tags.self], color: "var(--code-meta)" },
  { tag: tags.invalid, color: "var(--danger)" },
]);

// Lines with a task on them: where the running step is, and where the pointer of the timeline rests.
const setMarks = StateEffect.define();
const marks = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    decorations = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        decorations = Decoration.set(effect.value, true);
      }
    }
    return decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// What is wrong, and where: underlined, with a mark beside the line. (CodeMirror's own has a panel and more.)
class ProblemMarker extends GutterMarker {
  constructor(severity, message) {
    super();
    Object.assign(this, { severity, message });
  }
  eq(other) {
    return this.severity === other.severity && this.message === other.message;
  }
  toDOM() {
    return Object.assign(document.createElement("div"), { className: `cm-problem-${this.severity}`, title: this.message });
  }
}

const setProblems = StateEffect.define();
const problems = StateField.define({
  create: () => [Decoration.none, RangeSet.empty],
  update(found, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) return effect.value;
    }
    return transaction.docChanged ? found.map((set) => set.map(transaction.changes)) : found;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ([underlines]) => underlines),
    gutter({ class: "cm-gutter-problems", markers: (view) => view.state.field(field)[1] }),
  ],
});

const lineMark = (kind) => Decoration.line({ class: `cm-mark-${kind}` });
const kinds = { running: lineMark("running"), waiting: lineMark("waiting"), pointed: lineMark("pointed") };

/**
 * Puts an editor into `parent`. `changed(text)` is called after every change of the text that a person
 * made (typing, undo, paste) and after `apply`; not after `setText`. `visited(line, back)` is called when the
 * moments of a line are asked for, by a click on its number or by Alt and the keys that step.
 */
globalThis.loopscopeEditor = function mount(parent, text, label, changed, visited) {
  const visit = (back) => (view) => {
    visited(view.state.doc.lineAt(view.state.selection.main.head).number, back);
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers({
          domEventHandlers: {
            click(view, block, event) {
              visited(view.state.doc.lineAt(block.from).number, event.shiftKey);
              return true;
            },
          },
        }),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        history(),
        drawSelection(),
        rectangularSelection(),
        crosshairCursor(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        // Without the completions that python() adds: nothing here asks for them.
        pythonLanguage,
        syntaxHighlighting(highlighting),
        problems,
        marks,
        // The page's key: it runs the program, and adds no line.
        Prec.highest(keymap.of([
          { key: "Mod-Enter", run: () => true },
          { key: "Alt-.", run: visit(false) },
          { key: "Alt-,", run: visit(true) },
        ])),
        // Escape, then Tab leaves the editor: CodeMirror's own way out of the trap.
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          // Where a line is too long the editor scrolls sideways, for whoever comes by keyboard, too.
          tabindex: "0",
          "aria-label": label, spellcheck: "false", autocorrect: "off", autocapitalize: "off", translate: "no",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !applying) gesture = 0;
          if (update.docChanged && !update.transactions.some((t) => t.annotation(Transaction.remote))) {
            changed(update.state.doc.toString());
          }
        }),
      ],
    }),
  });

  // The steps of one gesture (a drag, a slider) are one step of the history: which gesture is under way, and the state
  // before it. Any other change of the text ends it.
  let gesture = 0;
  let before = view.state;
  let applying = false;

  const line = (number) => view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));

  return {
    text: () => view.state.doc.toString(),
    /** Replaces the whole text, as one step of the history. */
    setText(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        scrollIntoView: true,
        annotations: Transaction.remote.of(true),
      });
    },
    /**
     * Applies changes `[[from, to, insert], …]`, in positions of the present text; undo takes them back, together with
     * what came before them of the same gesture (0 is none).
     */
    apply(changes, of) {
      const goesOn = of > 0 && of === gesture;
      if (!goesOn) before = view.state;
      applying = true;
      view.dispatch({
        changes: changes.map(([from, to, insert]) => ({ from, to, insert })),
        // The history joins this event to the last one, whenever that was. Filters would take it for typing.
        userEvent: goesOn ? "input.type.compose" : "input.panel",
        filter: false,
        annotations: goesOn ? [] : isolateHistory.of("before"),
      });
      applying = false;
      gesture = of;
    },
    /** Ends the gesture: what comes next is another step. One that is taken back, or changed nothing, never was. */
    settle(takenBack) {
      if (gesture === 0) return;
      gesture = 0;
      if (takenBack || view.state.doc.eq(before.doc)) {
        const changes = !view.state.doc.eq(before.doc);
        view.setState(before);
        if (changes) changed(view.state.doc.toString());
      } else {
        view.dispatch({ annotations: isolateHistory.of("after") });
      }
    },
    undo: () => undo(view),
    redo: () => redo(view),
    /** How many steps can be undone and redone. */
    depths: () => [undoDepth(view.state), redoDepth(view.state)],
    /** Underlines `[[from, to, severity, message], …]`. */
    diagnose(items) {
      const { doc } = view.state;
      const underlines = [];
      const spots = [];
      for (const [from, to, severity, message] of items) {
        const line = doc.lineAt(Math.max(0, Math.min(from, doc.length)));
        // What has no length is seen on the character there, or on the last one.
        const start = Math.max(line.from, Math.min(from, to > from ? line.to : line.to - 1));
        const end = Math.min(doc.length, Math.max(to, start + (line.length > 0)));
        if (end > start) {
          const title = { title: message };
          underlines.push(Decoration.mark({ class: `cm-lintRange-${severity}`, attributes: title }).range(start, end));
        }
        spots.push(new ProblemMarker(severity, message).range(line.from));
      }
      view.dispatch({ effects: setProblems.of([Decoration.set(underlines, true), RangeSet.of(spots, true)]) });
    },
    /**
     * Marks lines: `others` those on which tasks wait, `running` that of the running step, `pointed` the one a
     * pointer rests on; and scrolls to `shown` if it is out of sight. 0: none.
     */
    mark(others, running, pointed, shown) {
      const found = others.map((number) => kinds.waiting.range(line(number).from));
      if (running > 0) found.push(kinds.running.range(line(running).from));
      if (pointed > 0) found.push(kinds.pointed.range(line(pointed).from));
      const effects = [setMarks.of(found)];
      if (shown > 0) effects.push(EditorView.scrollIntoView(line(shown).from, { y: "nearest", yMargin: 40 }));
      view.dispatch({ effects });
    },
    /** Shows a line and puts the cursor there. */
    reveal(number, focus) {
      const at = line(number).from;
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "nearest", yMargin: 100 }) });
      if (focus) view.focus();
    },
    /** Measures again: after the editor's surroundings changed while it was hidden. */
    measure: () => view.requestMeasure(),
    destroy: () => view.destroy(),
  };
};
