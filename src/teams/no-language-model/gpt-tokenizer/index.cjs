// There is no language model in this product. @microsoft/teams-ai requires this module when it loads; nothing here calls it.
module.exports = {};
