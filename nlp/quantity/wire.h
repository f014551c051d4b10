/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What wire copy adds to a sentence and no reader of it needs: codes of shares
 * behind names ("Northern Rock NRK.L", "Barclays ( BARC.L )", "Gulf Corp
 * <GLF.L>", "Intel (NASDAQ: INTC)", "the S&P 500 .SPX"), datelines ("LONDON
 * (Reuters) - ", "BOSTON -- ") and addresses of pages.
 */
#ifndef CD_NLP_QUANTITY_WIRE_H
#define CD_NLP_QUANTITY_WIRE_H

#include "nlp/quantity/token.h"

/* Takes them out of the tokens of a sentence, which reads on behind them. */
void cd_wire_drop(struct cd_tokens *tokens);

#endif
