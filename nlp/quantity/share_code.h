/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Codes of shares, which wire copy puts behind names: "Northern Rock NRK.L",
 * "Barclays ( BARC.L )", "Gulf Corp <GLF.L>", "Intel (NASDAQ: INTC)", "the S&P
 * 500 .SPX", "Posco (005490.KS)".
 */
#ifndef CD_NLP_QUANTITY_SHARE_CODE_H
#define CD_NLP_QUANTITY_SHARE_CODE_H

#include "nlp/quantity/token.h"

/* Takes the codes out of the tokens: a sentence reads on behind them. */
void cd_share_codes_drop(struct cd_tokens *tokens);

#endif
