// There are no dialogs in this product: docs/decisions/031. @microsoft/teams-ai extends this one class when it loads, and takes
// the rest only to sign somebody in through a dialog.
exports.Dialog = class {
  constructor() {
    throw new Error('There are no dialogs here: docs/decisions/031');
  }
};
